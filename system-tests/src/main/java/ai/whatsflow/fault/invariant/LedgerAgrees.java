package ai.whatsflow.fault.invariant;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The ledger is in itself sound, and equals what vouchers, holds, commissions and payouts say on their own. */
final class LedgerAgrees implements Invariant {

    private static final List<String> UNSOUND = List.of(
            "SELECT 'entry ' || entry_id AS what, sum(amount) AS sum FROM ledger_postings"
                    + " GROUP BY entry_id, currency HAVING sum(amount) <> 0",
            "SELECT 'account ' || a.code || ' ' || a.owner_id AS what, a.balance, coalesce(sum(p.amount), 0) AS sum"
                    + " FROM ledger_accounts a LEFT JOIN ledger_postings p USING (ledger_account_id)"
                    + " GROUP BY a.ledger_account_id HAVING a.balance <> coalesce(sum(p.amount), 0)",
            "SELECT kind AS what, reference, count(*) FROM ledger_entries"
                    + " WHERE kind IN ('VOUCHER_ISSUE', 'VOUCHER_REDEMPTION') GROUP BY 1, 2 HAVING count(*) > 1",
            "SELECT 'held ' || a.owner_id AS what, -sum(a.balance) AS ledger, coalesce(max(h.held), 0) AS holds"
                    + " FROM ledger_accounts a LEFT JOIN (SELECT account_id, sum(granted_minor + recharged_minor) AS held"
                    + " FROM wallet_holds WHERE status = 'HELD' GROUP BY 1) h ON h.account_id = a.owner_id"
                    + " WHERE a.code LIKE 'WALLET_HELD_%' GROUP BY a.owner_id"
                    + " HAVING -sum(a.balance) <> coalesce(max(h.held), 0)");

    @Override
    public String sentence() {
        return "the ledger balances and agrees with vouchers, wallets, commissions and payouts";
    }

    @Override
    public List<String> violations(Evidence evidence) throws SQLException {
        Databases databases = evidence.databases();
        List<String> violations = new ArrayList<>();
        for (String sql : UNSOUND) {
            databases.rows("billing-service", sql).forEach(row -> violations.add("ledger: " + row));
        }
        compare(
                violations,
                "credit vouchers not redeemed",
                databases.number(
                                "voucher-service",
                                "SELECT coalesce(sum(value_minor * voucher_count), 0) FROM voucher_batches"
                                        + " WHERE type = 'CREDIT' AND status = 'READY'")
                        - databases.number("voucher-service", "SELECT coalesce(sum(value_minor), 0) FROM redemptions"),
                owed(databases, "VOUCHER_LIABILITY"));
        compare(
                violations,
                "commission accrued and not paid out",
                databases.number("payout-service", "SELECT coalesce(sum(amount_minor), 0) FROM commissions")
                        - databases.number(
                                "payout-service",
                                "SELECT coalesce(sum(amount_minor), 0) FROM payouts WHERE status = 'PAID'"),
                owed(databases, "COMMISSION_PAYABLE"));
        return violations;
    }

    private static long owed(Databases databases, String code) throws SQLException {
        return -databases.number(
                "billing-service", "SELECT coalesce(sum(balance), 0) FROM ledger_accounts WHERE code = ?", code);
    }

    private static void compare(List<String> violations, String what, long expected, long ledger) {
        if (expected != ledger) {
            violations.add(what + ": " + expected + ", by the ledger " + ledger);
        }
    }
}
