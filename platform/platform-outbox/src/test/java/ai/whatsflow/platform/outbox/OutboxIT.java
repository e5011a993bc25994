package ai.whatsflow.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestKafka;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class OutboxIT {

    @Autowired
    Outbox outbox;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @Autowired
    TestEvents events;

    @Autowired
    OutboxRotation rotation;

    @Autowired
    Environment environment;

    @Test
    void refusesToAppendOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(event("t.none", "k", 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void publishesAfterCommitAndNeverAfterRollback() {
        inTransaction(() -> outbox.append(event("t.commit", "a", 1)));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.append(event("t.commit", "a", 2));
            status.setRollbackOnly();
        });
        inTransaction(() -> outbox.append(event("t.commit", "a", 3)));

        assertThat(numbers(awaitCount("t.commit", 2))).containsExactly(1, 3);
    }

    /** The transaction that took its id first appends and commits last: a cursor by id or sequence would lose it. */
    @Test
    void keepsATransactionThatTookItsIdEarlyAndAppendedLate() throws Exception {
        CountDownLatch idTaken = new CountDownLatch(1);
        CountDownLatch othersDone = new CountDownLatch(1);
        try (ExecutorService late = Executors.newSingleThreadExecutor()) {
            var running = late.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                jdbc.queryForObject("SELECT pg_current_xact_id()::text", String.class);
                idTaken.countDown();
                await(othersDone);
                outbox.append(event("t.late", "late", 99));
            }));
            idTaken.await();
            for (int i = 0; i < 20; i++) {
                int number = i;
                inTransaction(() -> outbox.append(event("t.late", "early", number)));
            }
            assertThat(numbers(awaitCount("t.late", 20))).doesNotContain(99);
            othersDone.countDown();
            running.get();
        }
        assertThat(numbers(awaitCount("t.late", 21))).contains(99);
    }

    /** Taken before a lock, appended after it: the one that holds the lock first must also come out first. */
    @Test
    void keepsTheOrderOfWritersThatLockTheirAggregate() throws Exception {
        jdbc.execute("CREATE TABLE IF NOT EXISTS aggregate (id int PRIMARY KEY, n int NOT NULL)");
        jdbc.update("INSERT INTO aggregate VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET n = 0");
        int writers = 8;
        int each = 25;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            for (int w = 0; w < writers; w++) {
                pool.submit(() -> IntStream.range(0, each)
                        .forEach(i -> inTransaction(() -> {
                            jdbc.queryForObject("SELECT pg_current_xact_id()::text", String.class);
                            Integer n = jdbc.queryForObject(
                                    "UPDATE aggregate SET n = n + 1 WHERE id = 1 RETURNING n", Integer.class);
                            outbox.append(event("t.order", "one", n));
                        })));
            }
        }
        List<Integer> seen = numbers(awaitCount("t.order", writers * each));
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, writers * each).boxed().toList());
    }

    @Test
    void packsManyIntoFewRowsAndExpandsThemWithStableIds() {
        String topic = "t.chunk";
        List<OutboxEvent> many = IntStream.range(0, 2_500)
                .mapToObj(i -> event(topic, "k" + i % 7, i))
                .toList();
        inTransaction(() -> outbox.appendAll(many));

        List<PublishedEvent> seen = awaitCount(topic, 2_500);
        assertThat(new HashSet<>(seen.stream().map(PublishedEvent::id).toList()))
                .hasSize(2_500);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM outbox WHERE topic = ?", Integer.class, topic))
                .isEqualTo(3);
    }

    @Test
    void survivesABrokerThatIsKilledUnderLoad() {
        String topic = "t.killed";
        inTransaction(() -> outbox.append(event(topic, "warm-up", -1)));
        awaitCount(topic, 1);
        Random random = new Random(7);
        int expected = 1;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 40; i++) {
                int number = round * 100 + i;
                inTransaction(() -> outbox.append(event(topic, "k", number)));
                expected++;
                if (i == 10 + random.nextInt(20)) {
                    TestKafka.shared().kill();
                }
            }
            TestKafka.shared().kill();
            TestKafka.shared().start();
        }
        int total = expected;
        Await.until(
                "everything is on the topic",
                java.time.Duration.ofSeconds(60),
                () -> distinct(topic).size() == total);
        List<Integer> ofKey = distinct(topic).stream().filter(n -> n >= 0).toList();
        assertThat(ofKey).isSorted();
    }

    /** Its connection is cut, as when its process or its network dies; another takes the lock and goes on. */
    @Test
    void anotherRelayTakesOverAndNothingIsLost() throws Exception {
        String topic = "t.takeover";
        for (int i = 0; i < 60; i++) {
            int number = i;
            inTransaction(() -> outbox.append(event(topic, "k", number)));
            if (i % 20 == 10) {
                try (Connection connection = database.getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("SELECT pg_terminate_backend(pid) FROM pg_locks"
                            + " WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
                            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
                }
            }
        }
        Await.until("everything is on the topic", () -> distinct(topic).size() == 60);
        assertThat(distinct(topic)).isSorted();
    }

    /** A process that is frozen with the lock keeps its connection: nothing breaks, it only falls silent. */
    @Test
    void takesOverFromARelayThatFallsSilent() throws Exception {
        OutboxProperties impatient = new OutboxProperties(
                true,
                Duration.ofMillis(250),
                Duration.ZERO,
                Duration.ofSeconds(1),
                500,
                Duration.ofDays(3),
                Duration.ofMillis(200));
        try (Connection frozen = DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password", ""))) {
            AtomicReference<OutboxCursor> cursor = new AtomicReference<>();
            Await.until("the lock is taken from the relay", () -> {
                jdbc.queryForList("SELECT pg_terminate_backend(pid) FROM pg_locks"
                        + " WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
                try {
                    OutboxCursor.tryTakeOver(frozen, impatient).ifPresent(cursor::set);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
                return cursor.get() != null;
            });
            inTransaction(() -> outbox.append(event("t.silent", "k", 1)));

            assertThat(numbers(awaitCount("t.silent", 1))).containsExactly(1);
            assertThatThrownBy(() -> cursor.get().moveTo(Long.MAX_VALUE)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void neverUpdatesOrDeletesARow() {
        inTransaction(() -> outbox.append(event("t.append-only", "k", 1)));
        awaitCount("t.append-only", 1);
        assertThat(jdbc.queryForObject(
                        "SELECT coalesce(sum(n_tup_upd + n_tup_del), 0) FROM pg_stat_user_tables WHERE relname LIKE 'outbox\\_2%'",
                        Long.class))
                .isZero();
    }

    @Test
    void dropsOnlyOldPartitionsThatAreRelayed() {
        jdbc.queryForList("SELECT outbox_ensure_partition(now() - interval '9 days')");
        rotation.rotate();
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM pg_inherits WHERE inhparent = 'outbox'::regclass", Integer.class))
                .isBetween(3, 4);
    }

    private List<PublishedEvent> awaitCount(String topic, int count) {
        List<PublishedEvent> seen = new ArrayList<>();
        Await.until(count + " on " + topic, () -> {
            seen.clear();
            seen.addAll(events.read(topic));
            return seen.size() >= count;
        });
        return seen;
    }

    private List<Integer> distinct(String topic) {
        return new ArrayList<>(new java.util.LinkedHashSet<>(numbers(events.read(topic))));
    }

    private static List<Integer> numbers(List<PublishedEvent> seen) {
        return seen.stream().map(event -> event.payload().get("n").intValue()).toList();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private static OutboxEvent event(String topic, String key, int n) {
        return new OutboxEvent(
                topic, key, topic + ".happened.v1", UUID.randomUUID().toString(), Map.of("n", n));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
