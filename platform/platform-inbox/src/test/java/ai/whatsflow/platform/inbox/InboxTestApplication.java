package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.problem.Outcome;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service of three consumers and two operations, one of them grouped. */
@SpringBootApplication
class InboxTestApplication {

    record Counted(String key, int n) {}

    /** What handlers do on purpose, and what they saw. */
    static class Behaviour {
        final AtomicInteger failuresThatPass = new AtomicInteger();
        final Set<Integer> poison = ConcurrentHashMap.newKeySet();
        final List<Integer> replicaSaw = new CopyOnWriteArrayList<>();
        final List<Integer> groupSizes = new CopyOnWriteArrayList<>();
        final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
    }

    @Bean
    Behaviour behaviour() {
        return new Behaviour();
    }

    @Bean
    EventSubscription single(JdbcTemplate jdbc, Behaviour behaviour) {
        return EventSubscription.forGroup("inbox-test.single")
                .on("t.single", "t.single.counted.v1", Counted.class, event -> {
                    if (behaviour.failuresThatPass.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                        throw new TransientDataAccessResourceException("on purpose");
                    }
                    if (behaviour.poison.contains(event.payload().n())) {
                        throw new IllegalStateException("poison on purpose");
                    }
                    jdbc.update(
                            "INSERT INTO effect (key, n) VALUES (?, ?)",
                            event.payload().key(),
                            event.payload().n());
                })
                .build();
    }

    @Bean
    EventSubscription batch(JdbcTemplate jdbc, Behaviour behaviour) {
        return EventSubscription.forGroup("inbox-test.batch")
                .onBatch("t.batch", Set.of("t.batch.counted.v1"), Counted.class, events -> {
                    behaviour.batchSizes.add(events.size());
                    if (events.stream()
                            .anyMatch(event ->
                                    behaviour.poison.contains(event.payload().n()))) {
                        throw new IllegalStateException("poison on purpose");
                    }
                    jdbc.batchUpdate(
                            "INSERT INTO effect (key, n) VALUES (?, ?)",
                            events.stream()
                                    .map(event -> new Object[] {
                                        event.payload().key(), event.payload().n()
                                    })
                                    .toList());
                })
                .build();
    }

    @Bean
    EventSubscription replica(Behaviour behaviour) {
        return EventSubscription.forEveryReplica("inbox-test.replica")
                .on(
                        "t.replica",
                        "t.replica.counted.v1",
                        Counted.class,
                        event -> behaviour.replicaSaw.add(event.payload().n()))
                .build();
    }

    @RestController
    static class Orders {

        private final IdempotentRequests idempotency;
        private final JdbcTemplate jdbc;

        Orders(IdempotentRequests idempotency, JdbcTemplate jdbc) {
            this.idempotency = idempotency;
            this.jdbc = jdbc;
        }

        @PostMapping("/orders")
        ResponseEntity<?> order(@RequiredKey IdempotencyKey key, @RequestBody Map<String, Object> body) {
            return idempotency.once(key, body, () -> {
                jdbc.update("INSERT INTO effect (key, n) VALUES ('order', ?)", body.get("n"));
                if (Boolean.TRUE.equals(body.get("slow"))) {
                    jdbc.execute("SELECT pg_sleep(1)");
                }
                if (Boolean.TRUE.equals(body.get("fail"))) {
                    throw new IllegalStateException("on purpose");
                }
                return ResponseEntity.created(java.net.URI.create("/orders/1"))
                        .eTag("\"1\"")
                        .body(Map.of("n", body.get("n")));
            });
        }
    }

    /** Takes one of a stock for each request, those of a group in one statement. */
    @RestController
    static class Tickets {

        private final GroupedRequests<Map<String, Object>> requests;
        private final Behaviour behaviour;
        private final JdbcTemplate jdbc;

        Tickets(IdempotentRequests idempotency, Behaviour behaviour, JdbcTemplate jdbc) {
            this.requests = idempotency.grouped(this::issue);
            this.behaviour = behaviour;
            this.jdbc = jdbc;
        }

        @PostMapping("/tickets")
        ResponseEntity<?> issue(IdempotencyKey key, @RequestBody Map<String, Object> body) {
            return requests.once(key, body, body);
        }

        private List<Outcome<ResponseEntity<?>>> issue(List<Map<String, Object>> bodies) {
            behaviour.groupSizes.add(bodies.size());
            List<Outcome<ResponseEntity<?>>> outcomes = new ArrayList<>();
            for (Map<String, Object> body : bodies) {
                int n = (Integer) body.get("n");
                if (n < 0) {
                    outcomes.add(Outcome.refused(new ProblemException(PlatformProblem.FORBIDDEN, "below zero")));
                    continue;
                }
                jdbc.update("UPDATE stock SET left_over = left_over - 1 WHERE name = ?", body.get("stock"));
                jdbc.update("INSERT INTO effect (key, n) VALUES ('ticket', ?)", n);
                if (n == 13) {
                    throw new IllegalStateException("on purpose");
                }
                outcomes.add(Outcome.of(ResponseEntity.status(201).body(Map.of("n", n))));
            }
            return outcomes;
        }
    }
}
