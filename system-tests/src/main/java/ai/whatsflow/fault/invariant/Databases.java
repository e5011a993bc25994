package ai.whatsflow.fault.invariant;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Every service's database, read as its own role and not through any proxy. */
public final class Databases {

    private final String address;
    private final Map<String, String> credentials;

    public Databases(String address, Map<String, String> credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    /** Rows as maps from column to text; an SQL null is an empty text. */
    public List<Map<String, String>> rows(String service, String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect(service);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<Map<String, String>> rows = new ArrayList<>();
                while (row.next()) {
                    Map<String, String> columns = new LinkedHashMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String value = row.getString(i);
                        columns.put(row.getMetaData().getColumnLabel(i), value == null ? "" : value);
                    }
                    rows.add(columns);
                }
                return rows;
            }
        }
    }

    public long number(String service, String sql, Object... parameters) throws SQLException {
        String value =
                rows(service, sql, parameters).getFirst().values().iterator().next();
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    private Connection connect(String service) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", service);
        properties.setProperty("password", String.valueOf(credentials.get("database." + service + ".password")));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + service, properties);
    }
}
