package ai.whatsflow.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL server for the JVM: a container where Docker answers, else the real binaries as a child process.
 * Durability is on, as in production.
 */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String ADMIN_URL = start();

    private TestPostgres() {}

    /** Makes an empty database and returns its JDBC URL, with user and password in it. */
    public static String createDatabase() {
        String name = "it_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(ADMIN_URL);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return ADMIN_URL.replace("/postgres?", "/" + name + "?");
    }

    private static String start() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            @SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18").withDatabaseName("postgres");
            container.start();
            return "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/postgres?user="
                    + container.getUsername() + "&password=" + container.getPassword();
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
            return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres&password=postgres";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
