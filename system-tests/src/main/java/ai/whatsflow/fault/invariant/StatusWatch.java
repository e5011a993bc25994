package ai.whatsflow.fault.invariant;

import ai.whatsflow.demo.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at every message's status again and again, and remembers each that went down. */
public final class StatusWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Databases databases;
    private final String[] accounts;
    private final Map<String, Integer> last = new HashMap<>();
    private final List<String> falls = new ArrayList<>();
    private volatile boolean goesOn = true;

    StatusWatch(Databases databases, List<String> accounts) {
        this.databases = databases;
        this.accounts = accounts.toArray(String[]::new);
    }

    public static StatusWatch start(Databases databases, List<String> accounts) {
        StatusWatch watch = new StatusWatch(databases, accounts);
        Thread.ofVirtual().start(watch::run);
        return watch;
    }

    private void run() {
        while (goesOn) {
            try {
                look();
            } catch (SQLException databaseGone) {
                // PostgreSQL is killed too; the next look compares with the last one that succeeded.
            }
            Waiting.pause(PAUSE);
        }
    }

    private void look() throws SQLException {
        List<Map<String, String>> rows = databases.rows(
                "messaging-service",
                "SELECT id, status FROM messages WHERE account_id = ANY (?::uuid[])",
                "{" + String.join(",", accounts) + "}");
        for (Map<String, String> row : rows) {
            note(String.valueOf(row.get("id")), Integer.parseInt(String.valueOf(row.get("status"))));
        }
    }

    synchronized void note(String message, int status) {
        Integer before = last.put(message, status);
        if (before != null && status < before) {
            falls.add("message " + message + " fell from status " + before + " to " + status);
        }
    }

    synchronized List<String> falls() {
        return List.copyOf(falls);
    }

    @Override
    public void close() {
        goesOn = false;
    }
}
