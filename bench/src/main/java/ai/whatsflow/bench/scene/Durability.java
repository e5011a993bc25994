package ai.whatsflow.bench.scene;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL's own word on whether a commit survives the power going. */
public record Durability(Map<String, String> settings) {

    private static final List<String> NAMES = List.of("fsync", "synchronous_commit", "full_page_writes");

    public static Durability of(Connection database) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        try (Statement statement = database.createStatement()) {
            for (String name : NAMES) {
                try (ResultSet row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    settings.put(name, row.getString(1));
                }
            }
        }
        return new Durability(settings);
    }

    public boolean isOn() {
        return NAMES.stream().allMatch(name -> "on".equals(settings.get(name)));
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
