package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

@InMemory
public class InMemoryPurchases extends Purchases {

    private final Table<UUID, Purchase> rows;
    private final Clock clock;

    InMemoryPurchases(InMemoryDatabase database, Clock clock) {
        this.rows = database.table();
        this.clock = clock;
    }

    public Collection<Purchase> all() {
        return rows.all();
    }

    @Override
    public Optional<Purchase> find(UUID purchaseId) {
        return rows.find(purchaseId);
    }

    @Override
    Optional<Purchase> openOf(UUID accountId) {
        return rows.any(
                row -> row.status() == PurchaseStatus.PENDING && row.accountId().equals(accountId));
    }

    @Override
    Purchase lockByPayment(UUID paymentId) {
        return rows.any(row -> row.paymentId().equals(paymentId)).orElseThrow();
    }

    @Override
    void insert(Purchase purchase) {
        if (openOf(purchase.accountId()).isPresent()) {
            throw new DuplicateKeyException("purchases_one_open_per_account");
        }
        rows.insert(purchase.id(), purchase);
    }

    @Override
    void end(Purchase purchase, PurchaseStatus status) {
        if (!purchase.status().canBecome(status)) {
            throw new IllegalStateException(purchase.status() + " can't become " + status);
        }
        rows.find(purchase.id())
                .filter(row -> row.status() == PurchaseStatus.PENDING)
                .ifPresent(row -> rows.put(row.id(), as(row, status, clock.instant())));
    }

    /** The purchase as if it had never ended. */
    Purchase reopened(UUID paymentId) {
        return as(lockByPayment(paymentId), PurchaseStatus.PENDING, null);
    }

    private static Purchase as(Purchase row, PurchaseStatus status, @Nullable Instant endedAt) {
        return new Purchase(
                row.id(),
                row.accountId(),
                row.boughtBy(),
                row.packageId(),
                row.packageVersion(),
                row.cycle(),
                row.method(),
                row.walletPart(),
                row.moneyPart(),
                status,
                row.holdId(),
                row.invoiceId(),
                row.paymentId(),
                row.createdAt(),
                endedAt);
    }
}
