package ai.whatsflow.bench.outbox;

import ai.whatsflow.bench.scene.Scene;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The outbox of the benchmark's database, filled with a backlog and watched until it is relayed. */
final class FilledOutbox implements AutoCloseable {

    static final String DATABASE = "bench_outbox";
    private static final int ROWS_A_TRANSACTION = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Connection connection;

    private FilledOutbox(Connection connection) {
        this.connection = connection;
    }

    static void create(Scene scene) throws SQLException {
        try (Connection server = scene.database("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + DATABASE);
        }
    }

    static FilledOutbox of(Scene scene) throws SQLException {
        return new FilledOutbox(scene.database(DATABASE));
    }

    /** Leaves only these records: in rows of so many, in transactions of 50 rows or of one if it holds that many. */
    void fill(int records, int recordsARow) throws SQLException {
        int rows = records / recordsARow;
        int rowsATransaction = Math.min(ROWS_A_TRANSACTION, Math.max(1, 1_000 / recordsARow));
        execute("TRUNCATE outbox");
        execute("""
                DO $$ BEGIN
                    FOR batch IN 0 .. %1$d LOOP
                        INSERT INTO outbox (id, topic, type, trace_parent, records, body)
                        SELECT gen_random_uuid(), '%2$s', '%3$s', '%4$s', %5$d,
                            (SELECT '[' || string_agg('{"k":"' || %6$s || '","s":"' || %6$s || '","p":' || %7$s || '}', ',')
                                || ']' FROM generate_series((row - 1) * %5$d + 1, row * %5$d) AS n)
                        FROM generate_series(batch * %8$d + 1, (batch + 1) * %8$d) AS row;
                        COMMIT;
                    END LOOP;
                END $$""".formatted(
                        rows / rowsATransaction - 1,
                        SampleRecords.TOPIC,
                        SampleRecords.TYPE,
                        SampleRecords.TRACE,
                        recordsARow,
                        SampleRecords.keySql(),
                        SampleRecords.payloadSql(),
                        rowsATransaction));
        execute("CHECKPOINT");
    }

    /** Waits until everything that is committed now is on Kafka and the relay has said so in its cursor. */
    void awaitRelayed() throws SQLException, InterruptedException, TimeoutException {
        long horizon = number("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number("SELECT count(*) FROM outbox_cursor WHERE target IS NULL"
                        + " AND pg_snapshot_xmin(relayed)::text::bigint >= " + horizon)
                == 0) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the relay did not get through its backlog");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
