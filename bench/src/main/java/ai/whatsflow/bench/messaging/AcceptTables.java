package ai.whatsflow.bench.messaging;

import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.local.component.Port;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** The tables of messaging-service in a database that no service works on: what the database alone can do. */
final class AcceptTables implements AutoCloseable {

    private static final String DATABASE = "bench_accept";
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final int COLUMNS = 9;

    private final Scene scene;
    private final Connection connection;

    private AcceptTables(Scene scene, Connection connection) {
        this.scene = scene;
        this.connection = connection;
    }

    static AcceptTables create(Scene scene) throws SQLException, IOException {
        try (Connection server = scene.database("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        AcceptTables tables = new AcceptTables(scene, scene.database(DATABASE));
        for (String changes : List.of(
                "messaging-service/src/main/resources/db/changelog/0004-create-messages.sql",
                "platform/platform-outbox/src/main/resources/db/platform/outbox.changelog.sql")) {
            tables.execute(Files.readString(scene.home().root().resolve(changes)));
        }
        tables.execute("SELECT messages_prepare_partition(date_trunc('month', now())::date)");
        return tables;
    }

    /** Copies that many messages of one batch in binary form and returns the seconds until they were durable. */
    double copy(List<String> recipients) throws SQLException, IOException {
        byte[] rows = encode(recipients);
        long start = System.nanoTime();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY messages (id, account_id, instance_id, batch_id, recipient, status, quota_month,"
                                + " queued_at, expires_at) FROM STDIN (FORMAT binary)",
                        new ByteArrayInputStream(rows));
        return (System.nanoTime() - start) / 1e9;
    }

    /** Runs pgbench with a message and its outbox row in each transaction; returns transactions per second. */
    double accept(int clients, Duration time) throws IOException, InterruptedException {
        Path script = scene.home().run("accept.sql");
        Files.writeString(script, """
                BEGIN;
                INSERT INTO messages (id, account_id, instance_id, recipient, text, quota_month, queued_at, expires_at)
                VALUES (uuidv7(), '%1$s', '%1$s', '+94771234567', 'Your order is ready.', now(), now(), now());
                INSERT INTO outbox (id, topic, type, records, body)
                VALUES (gen_random_uuid(), 'messaging.message', 'messaging.message.queued.v1', 1, '%2$s');
                COMMIT;
                """.formatted(UUID.randomUUID(), "[{" + "x".repeat(400) + "}]"));
        ProcessBuilder builder = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(scene.ports().of(Port.POSTGRES)),
                        "-U",
                        "postgres",
                        "-c",
                        Integer.toString(clients),
                        "-j",
                        "2",
                        "-T",
                        Long.toString(time.toSeconds()),
                        "-f",
                        script.toString(),
                        DATABASE)
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", scene.credentials().databasePassword("postgres"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher done = DONE.matcher(output);
        if (process.waitFor() != 0 || !done.find()) {
            throw new IOException("pgbench:\n" + output);
        }
        return Double.parseDouble(done.group(1)) / time.toSeconds();
    }

    /** The format of PostgreSQL's binary COPY: a header, fields with their lengths, a trailer. */
    private static byte[] encode(List<String> recipients) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeLong(0);
        UUID account = UUID.randomUUID();
        UUID batch = UUID.randomUUID();
        long now = Duration.between(EPOCH, Instant.now()).toNanos() / 1_000;
        for (String recipient : recipients) {
            out.writeShort(COLUMNS);
            uuid(out, ordered());
            uuid(out, account);
            uuid(out, account);
            uuid(out, batch);
            byte[] text = recipient.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
            out.writeInt(Short.BYTES);
            out.writeShort(0);
            for (int time = 0; time < 3; time++) {
                out.writeInt(Long.BYTES);
                out.writeLong(now);
            }
        }
        out.writeShort(-1);
        return bytes.toByteArray();
    }

    private static void uuid(DataOutputStream out, UUID id) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    /** Version 7, as the messages have it. */
    private static UUID ordered() {
        long random = ThreadLocalRandom.current().nextLong();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random & 0x0FFF, random & Long.MAX_VALUE | Long.MIN_VALUE);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
