package ai.whatsflow.billing.receivable;

import ai.whatsflow.billing.Columns;
import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDebts extends Debts {

    private final JdbcClient jdbc;

    JdbcDebts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    void insert(Debt debt, UUID customerId, UUID paymentId, DebtPurpose purpose, Instant now) {
        jdbc.sql("""
                        INSERT INTO subdealer_debts (debt_id, subdealer_id, customer_id, payment_id, purpose,
                            amount_minor, outstanding_minor, currency, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        debt.id(),
                        debt.subDealerId(),
                        customerId,
                        paymentId,
                        purpose.name(),
                        debt.outstanding().minor(),
                        debt.outstanding().minor(),
                        debt.outstanding().currency().getCurrencyCode(),
                        Columns.at(now))
                .update();
    }

    @Override
    List<Debt> lockOpen(UUID subDealerId, String currency) {
        return jdbc.sql("""
                        SELECT debt_id, subdealer_id, outstanding_minor, currency FROM subdealer_debts
                        WHERE subdealer_id = ? AND currency = ? AND outstanding_minor > 0
                        ORDER BY debt_id FOR UPDATE
                        """)
                .params(subDealerId, currency)
                .query((rs, row) -> new Debt(
                        Columns.uuid(rs, "debt_id"),
                        Columns.uuid(rs, "subdealer_id"),
                        Columns.money(rs, "outstanding_minor")))
                .list();
    }

    @Override
    void pay(Debt debt, Money part, Instant now) {
        boolean cleared = part.equals(debt.outstanding());
        jdbc.sql("UPDATE subdealer_debts SET outstanding_minor = outstanding_minor - ?, cleared_at = ?"
                        + " WHERE debt_id = ?")
                .params(Columns.row(part.minor(), cleared ? Columns.at(now) : null, debt.id()))
                .update();
    }

    @Override
    public List<Debt> openRechargesOf(UUID customerId) {
        return jdbc.sql("""
                        SELECT debt_id, subdealer_id, outstanding_minor, currency FROM subdealer_debts
                        WHERE customer_id = ? AND purpose = 'RECHARGE' AND outstanding_minor > 0
                        ORDER BY debt_id FOR SHARE
                        """)
                .param(customerId)
                .query((rs, row) -> new Debt(
                        Columns.uuid(rs, "debt_id"),
                        Columns.uuid(rs, "subdealer_id"),
                        Columns.money(rs, "outstanding_minor")))
                .list();
    }

    @Override
    public void link(UUID invoiceId, List<UUID> debtIds) {
        jdbc.sql("INSERT INTO debt_invoices (debt_id, invoice_id) SELECT *, ? FROM unnest(?::uuid[])")
                .params(invoiceId, Columns.uuids(debtIds))
                .update();
    }

    @Override
    List<UUID> clearedInvoices(UUID debtId) {
        return jdbc.sql("""
                        SELECT l.invoice_id FROM debt_invoices l WHERE l.debt_id = ?
                          AND NOT EXISTS (SELECT 1 FROM debt_invoices o JOIN subdealer_debts d USING (debt_id)
                                          WHERE o.invoice_id = l.invoice_id AND d.outstanding_minor > 0)
                        ORDER BY l.invoice_id
                        """)
                .param(debtId)
                .query((rs, row) -> Columns.uuid(rs, "invoice_id"))
                .list();
    }
}
