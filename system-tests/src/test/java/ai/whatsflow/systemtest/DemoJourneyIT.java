package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.demo.ToldStory;
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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The demo, told twice on one platform. */
@Order(1)
class DemoJourneyIT {

    /** What moves whatever a demo does, or for both of them. Everything else of the first has to stay as it was. */
    private static final Set<String> MOVING = Set.of(
            // machinery
            "outbox_cursor",
            "inbox",
            "databasechangeloglock",
            "pulse",
            "reconciliation",
            // nodes and their heartbeats; devices move with them and show new codes
            "servers",
            "nodes",
            "assignments",
            "instances",
            "qr_codes",
            // balances and counters that both demos share; the entries and numbers themselves are compared
            "ledger_accounts",
            "invoice_numbers",
            // when a key was used last is written some time later
            "api_keys");

    @Test
    void endsWithZeroTwiceAndTheSecondLeavesTheRowsOfTheFirst() throws SQLException {
        RunningPlatform platform = RunningPlatform.get();
        platform.story();
        Map<String, Set<String>> before = settledRows(platform);
        ToldStory second = platform.tellAgain();
        assertThat(second.exitCode()).as(second.printed()).isZero();

        Map<String, Set<String>> after = rows(platform);
        List<String> changed = new ArrayList<>();
        before.forEach((table, rows) -> {
            Set<String> missing = new HashSet<>(rows);
            missing.removeAll(after.getOrDefault(table, Set.of()));
            if (!missing.isEmpty()) {
                changed.add(table + ": " + missing.size() + " of " + rows.size() + " rows");
            }
        });
        assertThat(changed).as("tables whose rows the second demo changed").isEmpty();
        assertThat(before.values().stream().mapToInt(Set::size).sum()).isGreaterThan(4_000);
    }

    /** The rows once the last receipts of the first demo are in. */
    private static Map<String, Set<String>> settledRows(RunningPlatform platform) throws SQLException {
        Map<String, Set<String>> rows = rows(platform);
        for (int attempt = 0; attempt < 15; attempt++) {
            Map<String, Set<String>> earlier = rows;
            RunningPlatform.pause(Duration.ofSeconds(1));
            rows = rows(platform);
            if (rows.equals(earlier)) {
                return rows;
            }
        }
        throw new AssertionError("the platform does not come to rest after a demo");
    }

    /** Every row of every service's tables, as a digest. */
    private static Map<String, Set<String>> rows(RunningPlatform platform) throws SQLException {
        Map<String, Set<String>> rows = new HashMap<>();
        for (String service : RunningPlatform.SERVICES) {
            try (Connection connection = platform.connect(service, service);
                    Statement statement = connection.createStatement()) {
                for (String table : tables(statement)) {
                    Set<String> digests = new HashSet<>();
                    try (ResultSet row = statement.executeQuery("SELECT md5(t::text) FROM \"" + table + "\" t")) {
                        while (row.next()) {
                            digests.add(row.getString(1));
                        }
                    }
                    rows.put(service + "." + table, digests);
                }
            }
        }
        return rows;
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
