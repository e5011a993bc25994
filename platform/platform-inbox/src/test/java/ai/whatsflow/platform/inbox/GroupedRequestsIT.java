package ai.whatsflow.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.inbox.InboxTestApplication.Behaviour;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.Race;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformIT
class GroupedRequestsIT {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @Autowired
    Behaviour behaviour;

    @Autowired
    ApiClient api;

    @BeforeEach
    void empty() {
        jdbc.execute("CREATE TABLE IF NOT EXISTS effect (key text NOT NULL, n int NOT NULL)");
        jdbc.execute("CREATE TABLE IF NOT EXISTS stock (name text PRIMARY KEY, left_over int NOT NULL)");
        jdbc.execute("TRUNCATE effect, stock");
        jdbc.execute("INSERT INTO stock VALUES ('a', 1000), ('b', 1000)");
        behaviour.groupSizes.clear();
    }

    @Test
    void answersEachOfThoseThatShareATransaction() {
        List<ApiResponse> answers = Race.of(40, number -> ticket("each-" + number, "a", number - 3));

        for (int number = 0; number < 40; number++) {
            ApiResponse answer = answers.get(number);
            if (number < 3) {
                answer.expectProblem(403, "forbidden");
            } else if (number == 16) {
                answer.expectProblem(500, "internal");
            } else {
                assertThat(answer.expect(201).at("/n")).isEqualTo(Integer.toString(number - 3));
            }
        }
        List<Integer> issued =
                IntStream.range(0, 37).filter(n -> n != 13).boxed().toList();
        assertThat(issued()).containsExactlyElementsOf(issued);
        assertThat(left("a")).isEqualTo(1000 - issued.size());
        assertThat(behaviour.groupSizes).anyMatch(size -> size > 1);
    }

    @Test
    void doesNotWaitForOneThatWaits() throws Exception {
        try (Connection other = database.getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.execute("SELECT 1 FROM stock WHERE name = 'a' FOR UPDATE");
            }
            List<Future<ApiResponse>> waiting = IntStream.range(0, 4)
                    .mapToObj(n -> threads.submit(() -> ticket("waits-" + n, "a", n)))
                    .toList();
            for (int round = 0; round < 5; round++) {
                int from = 100 + 20 * round;
                Race.of(20, n -> ticket("passes-" + (from + n), "b", from + n)).forEach(answer -> answer.expect(201));
            }
            assertThat(waiting).noneMatch(Future::isDone);
            other.rollback();
            for (Future<ApiResponse> each : waiting) {
                each.get().expect(201);
            }
        }
        assertThat(left("a")).isEqualTo(996);
        assertThat(left("b")).isEqualTo(900);
    }

    @Test
    void answersTheSameKeyOnce() {
        List<ApiResponse> answers = Race.of(16, number -> ticket("same", "a", 1));

        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expectProblem(409, "request-in-flight"));
        assertThat(issued()).containsExactly(1);
        ApiResponse again = ticket("same", "a", 1).expect(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        ticket("same", "a", 2).expectProblem(422, "idempotency-key-reused");
        assertThat(left("a")).isEqualTo(999);
    }

    @Test
    void runsEachOfThoseWithoutAKey() {
        Race.of(16, number -> api.post("/tickets", null, Map.of("stock", "a", "n", 1)))
                .forEach(answer -> answer.expect(201));

        assertThat(left("a")).isEqualTo(984);
    }

    private ApiResponse ticket(String key, String stock, int n) {
        return api.post("/tickets", null, Map.of("stock", stock, "n", n), "Idempotency-Key", key);
    }

    private List<Integer> issued() {
        return jdbc.queryForList("SELECT n FROM effect ORDER BY n", Integer.class);
    }

    private int left(String stock) {
        return jdbc.queryForObject("SELECT left_over FROM stock WHERE name = ?", Integer.class, stock);
    }
}
