package ai.whatsflow.fault.invariant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ten percent of the money on each paid invoice, rounded once; none is missing and none is there twice. */
final class CommissionIsArithmetic implements Invariant {

    private static final BigDecimal RATE = new BigDecimal("0.10");

    private static final String COLLECTED = """
            SELECT i.invoice_id, sum(a.amount_minor) AS collected
            FROM invoices i JOIN invoice_allocations a USING (invoice_id)
            WHERE i.status = 'PAID' AND ?::uuid = ANY (i.account_path) AND a.source IN ('MONEY', 'RECHARGED_CREDIT')
            GROUP BY 1""";

    @Override
    public String sentence() {
        return "commission is the agreed share of what each invoice brought in";
    }

    @Override
    public List<String> violations(Evidence evidence) throws SQLException {
        String dealer = evidence.market().dealerId();
        Map<String, Long> accrued = new HashMap<>();
        List<String> violations = new ArrayList<>();
        evidence.databases()
                .rows(
                        "payout-service",
                        "SELECT invoice_id, amount_minor FROM commissions WHERE sub_dealer_id = ?::uuid",
                        dealer)
                .forEach(row ->
                        accrued.merge(String.valueOf(row.get("invoice_id")), number(row, "amount_minor"), Long::sum));
        for (Map<String, String> row : evidence.databases().rows("billing-service", COLLECTED, dealer)) {
            long expected = share(number(row, "collected"));
            Long found = accrued.remove(String.valueOf(row.get("invoice_id")));
            if (found == null || found != expected) {
                violations.add("invoice " + row + " earned " + found + " instead of " + expected);
            }
        }
        accrued.forEach((invoice, amount) -> violations.add("nothing was collected on " + invoice + " for " + amount));
        return violations;
    }

    static long share(long collected) {
        return BigDecimal.valueOf(collected)
                .multiply(RATE)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(String.valueOf(row.get(column)));
    }
}
