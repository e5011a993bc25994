package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.component.Credentials;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.StartFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** One database and one role for each owner, closed to every other role. */
public record Databases(Ports ports, Credentials credentials, List<String> owners) {

    static final String SUPERUSER = "postgres";

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/" + database;
    }

    boolean answer() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    void provide() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
            statement.execute("REVOKE CONNECT ON DATABASE template1 FROM PUBLIC");
            for (String owner : owners) {
                if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", owner)) {
                    statement.execute("CREATE ROLE \"%s\" LOGIN PASSWORD '%s'"
                            .formatted(owner, credentials.databasePassword(owner)));
                }
                if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", owner)) {
                    statement.execute("CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(owner, owner));
                }
                statement.execute("REVOKE CONNECT, TEMPORARY ON DATABASE \"%s\" FROM PUBLIC".formatted(owner));
            }
        } catch (SQLException e) {
            throw new StartFailure("The databases cannot be made: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", credentials.databasePassword(SUPERUSER));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(url("postgres"), properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
