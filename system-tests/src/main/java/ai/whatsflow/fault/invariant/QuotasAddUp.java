package ai.whatsflow.fault.invariant;

import java.sql.SQLException;
import java.util.List;

/** What a month's quota says is used is what was accepted and not given back. */
final class QuotasAddUp implements Invariant {

    /** EXPIRED (1) was never dispatched: its quota is given back. */
    private static final String DIFFERENCES = """
            SELECT q.account_id, q.month, q.used, count(m.id) AS accepted
            FROM quotas q LEFT JOIN messages m
              ON m.account_id = q.account_id AND m.quota_month = q.month AND m.status <> 1
            GROUP BY q.account_id, q.month, q.used HAVING q.used <> count(m.id)""";

    @Override
    public String sentence() {
        return "quotas add up: used is what was accepted and not given back";
    }

    @Override
    public List<String> violations(Evidence evidence) throws SQLException {
        return evidence.databases().rows("messaging-service", DIFFERENCES).stream()
                .map(row -> "quota " + row)
                .toList();
    }
}
