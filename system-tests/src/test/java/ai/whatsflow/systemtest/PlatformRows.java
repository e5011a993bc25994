package ai.whatsflow.systemtest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every row of every service's tables at one moment, as digests, but for what moves by itself.
 *
 * @param digests by service and table
 */
record PlatformRows(Map<String, Set<String>> digests) {

    /** What moves whatever happens, or for everybody at once. Everything else stays as it is until somebody changes it. */
    private static final Set<String> MOVING = Set.of(
            // machinery
            "outbox_cursor",
            "inbox",
            "databasechangeloglock",
            "pulse",
            "reconciliation",
            // nodes and their heartbeats; devices move with their session state when a node is killed, and show new
            // codes
            "servers",
            "nodes",
            "assignments",
            "instances",
            "vaults",
            "qr_codes",
            // balances and counters that all share; the entries and numbers themselves are compared
            "ledger_accounts",
            "invoice_numbers",
            // when a key was used last is written some time later
            "api_keys");

    /** Events that go on all the time: nodes tell of their health, and devices that nobody links of their codes. */
    private static final String MOVING_EVENTS = "'registry.server-health', 'instance.session'";

    static PlatformRows read(RunningPlatform platform) throws SQLException {
        Map<String, Set<String>> rows = new HashMap<>();
        for (String service : RunningPlatform.SERVICES) {
            try (Connection connection = platform.connect(service, service);
                    Statement statement = connection.createStatement()) {
                for (String table : tables(statement)) {
                    String still = table.startsWith("outbox") ? " WHERE topic NOT IN (" + MOVING_EVENTS + ")" : "";
                    Set<String> digests = new HashSet<>();
                    try (ResultSet row =
                            statement.executeQuery("SELECT md5(t::text) FROM \"" + table + "\" t" + still)) {
                        while (row.next()) {
                            digests.add(row.getString(1));
                        }
                    }
                    rows.put(service + "." + table, digests);
                }
            }
        }
        return new PlatformRows(rows);
    }

    /** The rows once the last receipts of what happened before are in. */
    static PlatformRows settled(RunningPlatform platform) throws SQLException {
        PlatformRows rows = read(platform);
        for (int attempt = 0; attempt < 15; attempt++) {
            PlatformRows earlier = rows;
            RunningPlatform.pause(Duration.ofSeconds(1));
            rows = read(platform);
            if (rows.equals(earlier)) {
                return rows;
            }
        }
        throw new AssertionError("the platform does not come to rest");
    }

    int size() {
        return digests.values().stream().mapToInt(Set::size).sum();
    }

    /** The tables with rows of these that are no longer the same in the others. */
    List<String> changedIn(PlatformRows later) {
        List<String> changed = new ArrayList<>();
        digests.forEach((table, rows) -> {
            Set<String> missing = new HashSet<>(rows);
            missing.removeAll(later.digests().getOrDefault(table, Set.of()));
            if (!missing.isEmpty()) {
                changed.add(table + ": " + missing.size() + " of " + rows.size() + " rows");
            }
        });
        return changed;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT relname FROM pg_class WHERE relkind = 'r'"
                + " AND relnamespace = 'public'::regnamespace ORDER BY 1")) {
            while (row.next()) {
                if (!MOVING.contains(row.getString(1))) {
                    tables.add(row.getString(1));
                }
            }
        }
        return tables;
    }
}
