package ai.whatsflow.bench.takeover;

import ai.whatsflow.bench.scene.Scene;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who holds which device, in instance-service's own records. */
record Ownership(Scene scene) {

    /** Lets the customer have as many devices and messages as the benchmark takes, whatever billing says later. */
    void liftLimits(String accountId) throws SQLException {
        lift("instance-service", "devices", accountId);
        lift("messaging-service", "messages", accountId);
    }

    /** Phones of the devices that the node with this name holds. */
    Set<String> phonesOf(String node) throws SQLException {
        Set<String> phones = new HashSet<>();
        each("""
                SELECT i.phone FROM assignments a
                JOIN instances i ON i.id = a.instance_id
                JOIN nodes n ON n.server_id = a.server_id
                WHERE n.name = ? AND i.phone IS NOT NULL AND i.state = 'ONLINE'
                """, node, row -> phones.add(row.getString(1)));
        return phones;
    }

    boolean isOpen(String node) throws SQLException {
        Set<String> open = new HashSet<>();
        each("SELECT name FROM nodes WHERE name = ? AND status = 'ONLINE'", node, row -> open.add(row.getString(1)));
        return !open.isEmpty();
    }

    /** How often each device has had a new owner. */
    Map<String, Long> epochs() throws SQLException {
        Map<String, Long> epochs = new HashMap<>();
        each(
                "SELECT phone, epoch FROM instances WHERE phone IS NOT NULL",
                null,
                row -> epochs.put(row.getString(1), row.getLong(2)));
        return epochs;
    }

    /** Takes one row. */
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, @org.jspecify.annotations.Nullable String argument, Row reader) throws SQLException {
        try (Connection database = scene.database("instance-service");
                PreparedStatement statement = database.prepareStatement(sql)) {
            if (argument != null) {
                statement.setString(1, argument);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private void lift(String service, String limit, String accountId) throws SQLException {
        try (Connection database = scene.database(service);
                PreparedStatement statement = database.prepareStatement("""
                        UPDATE entitlements SET %s = NULL, expired = false, version = version + 1000000,
                                                period_end = now() + interval '1 year'
                        WHERE account_id = ?::uuid
                        """.formatted(limit))) {
            statement.setString(1, accountId);
            if (statement.executeUpdate() != 1) {
                throw new SQLException(service + " does not know the customer yet");
            }
        }
    }
}
