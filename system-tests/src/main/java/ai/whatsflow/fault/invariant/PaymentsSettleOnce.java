package ai.whatsflow.fault.invariant;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** PayHere's truth, the payments and the ledger tell the same sum; each order counts once. */
final class PaymentsSettleOnce implements Invariant {

    @Override
    public String sentence() {
        return "every payment settled once";
    }

    @Override
    public List<String> violations(Evidence evidence) throws SQLException {
        Databases databases = evidence.databases();
        List<String> violations = new ArrayList<>();
        long captured = evidence.captured();
        long settled = databases.number(
                "billing-service",
                "SELECT coalesce(sum(amount_minor), 0) FROM payments"
                        + " WHERE status = 'SUCCESS' AND method = 'GATEWAY' AND currency = 'LKR'");
        long cleared = databases.number(
                "billing-service",
                "SELECT coalesce(sum(balance), 0) FROM ledger_accounts"
                        + " WHERE code = 'PAYHERE_CLEARING' AND currency = 'LKR'");
        if (captured != settled || captured != cleared) {
            violations.add(
                    "PayHere captured " + captured + ", payments settled " + settled + ", the ledger holds " + cleared);
        }
        databases
                .rows(
                        "billing-service",
                        "SELECT provider_payment_id, count(*) FROM payments WHERE status = 'SUCCESS'"
                                + " AND provider_payment_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1")
                .forEach(row -> violations.add("settled more than once: " + row));
        databases
                .rows(
                        "billing-service",
                        "SELECT p.purchase_id, p.status, i.status AS invoice, y.status AS payment FROM purchases p"
                                + " JOIN invoices i USING (invoice_id) JOIN payments y ON y.payment_id = p.payment_id"
                                + " WHERE p.purchase_id = ANY (?::uuid[])"
                                + " AND (p.status, i.status, y.status) <> ('PAID', 'PAID', 'SUCCESS')",
                        "{" + String.join(",", evidence.tally().paid()) + "}")
                .forEach(row -> violations.add("said to be paid: " + row));
        return violations;
    }
}
