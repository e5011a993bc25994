package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.Columns;
import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.plan.Cycle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPurchases extends Purchases {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPurchases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Purchase> find(UUID purchaseId) {
        return select("purchase_id = ?", purchaseId);
    }

    @Override
    Optional<Purchase> openOf(UUID accountId) {
        return select("status = 'PENDING' AND account_id = ?", accountId);
    }

    @Override
    Purchase lockByPayment(UUID paymentId) {
        return select("payment_id = ? FOR UPDATE", paymentId).orElseThrow();
    }

    @Override
    void insert(Purchase purchase) {
        jdbc.sql("""
                        INSERT INTO purchases (purchase_id, account_id, bought_by, package_id, package_version, cycle,
                            method, wallet_minor, money_minor, currency, status, hold_id, invoice_id, payment_id,
                            created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?, ?)
                        """)
                .params(Columns.row(
                        purchase.id(),
                        purchase.accountId(),
                        purchase.boughtBy(),
                        purchase.packageId(),
                        purchase.packageVersion(),
                        purchase.cycle().name(),
                        purchase.method().name(),
                        purchase.walletPart().minor(),
                        purchase.moneyPart().minor(),
                        purchase.total().currency().getCurrencyCode(),
                        purchase.holdId(),
                        purchase.invoiceId(),
                        purchase.paymentId(),
                        Columns.at(purchase.createdAt())))
                .update();
    }

    @Override
    void end(Purchase purchase, PurchaseStatus status) {
        if (!purchase.status().canBecome(status)) {
            throw new IllegalStateException(purchase.status() + " can't become " + status);
        }
        jdbc.sql("UPDATE purchases SET status = ?, ended_at = ? WHERE purchase_id = ? AND status = 'PENDING'")
                .params(status.name(), Columns.at(clock.instant()), purchase.id())
                .update();
    }

    private Optional<Purchase> select(String condition, UUID id) {
        return jdbc.sql("SELECT * FROM purchases WHERE " + condition)
                .param(id)
                .query(JdbcPurchases::purchase)
                .optional();
    }

    private static Purchase purchase(ResultSet rs, int row) throws SQLException {
        return new Purchase(
                Columns.uuid(rs, "purchase_id"),
                Columns.uuid(rs, "account_id"),
                Columns.uuid(rs, "bought_by"),
                Columns.uuid(rs, "package_id"),
                rs.getInt("package_version"),
                Cycle.valueOf(rs.getString("cycle")),
                PaymentMethod.valueOf(rs.getString("method")),
                Columns.money(rs, "wallet_minor"),
                Columns.money(rs, "money_minor"),
                PurchaseStatus.valueOf(rs.getString("status")),
                Columns.uuidOrNull(rs, "hold_id"),
                Columns.uuid(rs, "invoice_id"),
                Columns.uuid(rs, "payment_id"),
                Columns.instant(rs, "created_at"),
                Columns.instantOrNull(rs, "ended_at"));
    }
}
