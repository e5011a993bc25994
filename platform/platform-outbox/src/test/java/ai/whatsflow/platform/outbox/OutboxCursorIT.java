package ai.whatsflow.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cursor alone, on a database that no relay works on. */
class OutboxCursorIT {

    private String url = "";
    private Connection writer;

    @BeforeEach
    void createOutbox() throws SQLException, IOException {
        url = TestPostgres.createDatabase();
        writer = DriverManager.getConnection(url);
        try (InputStream script = OutboxCursorIT.class.getResourceAsStream("/db/platform/outbox.changelog.sql")) {
            execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
    }

    @Test
    void readsABacklogInOrderAndInBatches() throws SQLException {
        insert(23, 10);
        try (Connection connection = DriverManager.getConnection(url)) {
            OutboxCursor cursor =
                    OutboxCursor.tryTakeOver(connection, batchesOf(5)).orElseThrow();

            assertThat(readAll(cursor))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 23).boxed().toList());
            assertThat(number("SELECT count(*) FROM outbox_cursor WHERE target IS NULL"))
                    .isOne();
        }
    }

    /** 64 rows of 500 kB would be a third of a service's heap. */
    @Test
    void endsABatchThatHasGrownHeavy() throws SQLException {
        insert(64, 500_000);
        try (Connection connection = DriverManager.getConnection(url)) {
            OutboxCursor cursor =
                    OutboxCursor.tryTakeOver(connection, batchesOf(2_000)).orElseThrow();

            List<OutboxRow> first = cursor.read();

            assertThat(first).hasSizeBetween(2, 10);
            cursor.moveTo(first.getLast().seq());
            assertThat(readAll(cursor)).hasSize(64 - first.size());
        }
    }

    @Test
    void goesOnWhereAReplacedRelayStoppedBeforeWhatCameLater() throws SQLException {
        insert(12, 10);
        try (Connection replaced = DriverManager.getConnection(url)) {
            OutboxCursor cursor =
                    OutboxCursor.tryTakeOver(replaced, batchesOf(5)).orElseThrow();
            cursor.moveTo(cursor.read().getLast().seq());
        }
        insert(3, 10);
        try (Connection connection = DriverManager.getConnection(url)) {
            OutboxCursor cursor =
                    OutboxCursor.tryTakeOver(connection, batchesOf(100)).orElseThrow();

            assertThat(cursor.read()).extracting(OutboxRow::seq).containsExactly(6L, 7L, 8L, 9L, 10L, 11L, 12L);
            cursor.moveTo(12);
            assertThat(readAll(cursor)).containsExactly(13L, 14L, 15L);
        }
    }

    /** A batch that sorted all that is left would make a backlog cost its square. */
    @Test
    void fetchesEachRowOfABacklogAboutOnce() throws SQLException {
        insert(4_000, 300);
        try (Connection connection = DriverManager.getConnection(url)) {
            OutboxCursor cursor =
                    OutboxCursor.tryTakeOver(connection, batchesOf(50)).orElseThrow();

            assertThat(readAll(cursor)).hasSize(4_000);

            assertThat(fetchedOn(connection)).isBetween(4_000L, 16_000L);
        }
    }

    /** Relayed rows stay for days: a look that walked them would cost more with every message of the day. */
    @Test
    void costsTheSameHoweverMuchIsRelayedAlready() throws SQLException {
        insert(4_000, 300);
        try (Connection connection = DriverManager.getConnection(url)) {
            OutboxCursor cursor =
                    OutboxCursor.tryTakeOver(connection, batchesOf(2_000)).orElseThrow();
            readAll(cursor);
            execute("ANALYZE outbox");
            long before = fetchedOn(connection);

            // The driver and then the server settle on a plan only after so many executions.
            for (int look = 0; look < 30; look++) {
                insert(1, 300);
                assertThat(readAll(cursor)).hasSize(1);
            }

            assertThat(fetchedOn(connection) - before).isBetween(30L, 30 * 20L);
        }
    }

    @Test
    void findsWhatWasCommittedLateAmongWhatIsRelayedAlready() throws SQLException {
        insert(100, 300);
        try (Connection connection = DriverManager.getConnection(url);
                Connection late = DriverManager.getConnection(url)) {
            OutboxCursor cursor =
                    OutboxCursor.tryTakeOver(connection, batchesOf(2_000)).orElseThrow();
            late.setAutoCommit(false);
            for (int i = 0; i < 3; i++) {
                try (Statement statement = late.createStatement()) {
                    statement.execute("INSERT INTO outbox (id, topic, type, records, body)"
                            + " VALUES (gen_random_uuid(), 't', 't.v1', 1, 'late')");
                }
            }
            insert(100, 300);
            assertThat(readAll(cursor)).hasSize(200);
            late.commit();

            assertThat(readAll(cursor)).containsExactly(101L, 102L, 103L);
        }
    }

    private long fetchedOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
        }
        return number("SELECT sum(coalesce(idx_tup_fetch, 0) + seq_tup_read)"
                + " FROM pg_stat_user_tables WHERE relname LIKE 'outbox\\_2%'");
    }

    private static List<Long> readAll(OutboxCursor cursor) throws SQLException {
        List<Long> seen = new ArrayList<>();
        List<OutboxRow> rows = cursor.read();
        while (!rows.isEmpty()) {
            rows.forEach(row -> seen.add(row.seq()));
            cursor.moveTo(rows.getLast().seq());
            rows = cursor.read();
        }
        return seen;
    }

    private void insert(int rows, int bytes) throws SQLException {
        execute("INSERT INTO outbox (id, topic, type, records, body) SELECT gen_random_uuid(), 't', 't.v1', 1,"
                + " (SELECT string_agg(md5(n::text || i::text), '') FROM generate_series(0, " + bytes / 32
                + ") AS i) FROM generate_series(1, " + rows + ") AS n");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = writer.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static OutboxProperties batchesOf(int rows) {
        return new OutboxProperties(
                true,
                Duration.ofMillis(250),
                Duration.ZERO,
                Duration.ofSeconds(10),
                rows,
                Duration.ofDays(3),
                Duration.ofMillis(200));
    }
}
