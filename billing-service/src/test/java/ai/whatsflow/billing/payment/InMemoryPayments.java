package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

@InMemory
public class InMemoryPayments extends Payments {

    private final InMemoryDatabase database;
    private final Table<UUID, Payment> rows;

    InMemoryPayments(InMemoryDatabase database) {
        this.database = database;
        this.rows = database.table();
    }

    public Collection<Payment> all() {
        return rows.all();
    }

    @Override
    public Optional<Payment> find(UUID paymentId) {
        return rows.find(paymentId);
    }

    @Override
    Payment lock(UUID paymentId) {
        return rows.get(paymentId);
    }

    @Override
    Optional<Payment> settledBy(String provider, String providerPaymentId) {
        return rows.any(row -> provider.equals(row.provider()) && providerPaymentId.equals(row.providerPaymentId()));
    }

    @Override
    public List<Payment> page(PaymentFilter filter, UUID before, int limit) {
        return rows
                .where(row -> row.id().toString().compareTo(before.toString()) < 0
                        && (filter.scope().all() || filter.scope().ids().contains(row.accountId()))
                        && (filter.status() == null
                                || filter.status() == row.status()
                                || filter.status() == row.status().shown())
                        && (filter.method() == null || filter.method() == row.method())
                        && (filter.accountId() == null || filter.accountId().equals(row.accountId())))
                .stream()
                .sorted(Comparator.comparing((Payment row) -> row.id().toString())
                        .reversed())
                .limit(limit + 1)
                .toList();
    }

    @Override
    void insert(Payment payment) {
        rows.insert(payment.id(), payment);
    }

    @Override
    void succeed(UUID paymentId, Settlement settlement, List<UUID> accountPath, Instant now) {
        Payment row = rows.get(paymentId);
        if (row.status() == PaymentStatus.SUCCESS) {
            throw new IllegalStateException("payment " + paymentId + " has settled before");
        }
        if (row.provider() != null
                && settlement.providerPaymentId() != null
                && settledBy(row.provider(), settlement.providerPaymentId()).isPresent()) {
            throw new DuplicateKeyException("payments_provider_provider_payment_id_key");
        }
        rows.put(
                paymentId,
                new Payment(
                        row.id(),
                        row.accountId(),
                        accountPath,
                        row.type(),
                        row.method(),
                        row.provider(),
                        settlement.providerPaymentId(),
                        row.amount(),
                        PaymentStatus.SUCCESS,
                        row.invoiceId(),
                        settlement.reference(),
                        settlement.note(),
                        settlement.confirmedBy(),
                        null,
                        row.asks(),
                        null,
                        row.createdAt(),
                        row.expiresAt(),
                        now));
    }

    @Override
    void end(UUID paymentId, PaymentStatus status, String reason, @Nullable Instant nextAskAt) {
        Payment row = rows.get(paymentId);
        if (row.status().isOpen()) {
            put(row, status, reason, row.asks(), nextAskAt);
        }
    }

    @Override
    void postpone(UUID paymentId, PaymentStatus openStatus, @Nullable String reason, int asks, Instant nextAskAt) {
        Payment row = rows.get(paymentId);
        boolean open = row.status().isOpen();
        put(row, open ? openStatus : row.status(), open ? reason : row.reason(), asks, nextAskAt);
    }

    @Override
    void askAt(UUID paymentId, Instant nextAskAt) {
        Payment row = rows.get(paymentId);
        put(row, row.status(), row.reason(), row.asks(), nextAskAt);
    }

    @Override
    void stopAsking(UUID paymentId) {
        Payment row = rows.get(paymentId);
        put(row, row.status(), row.reason(), row.asks(), null);
    }

    @Override
    List<UUID> claimDue(Instant now, Instant leaseEnd, int limit) {
        return database.statement(() -> {
            List<Payment> due = rows
                    .where(row -> row.nextAskAt() != null && !row.nextAskAt().isAfter(now))
                    .stream()
                    .sorted(Comparator.comparing((Payment row) -> Objects.requireNonNull(row.nextAskAt()))
                            .thenComparing(row -> row.id().toString()))
                    .limit(limit)
                    .toList();
            due.forEach(row -> put(row, row.status(), row.reason(), row.asks() + 1, leaseEnd));
            return due.stream().map(Payment::id).toList();
        });
    }

    @Override
    List<UUID> overdue(Instant now, int limit) {
        return rows
                .where(row -> row.status() == PaymentStatus.PENDING
                        && row.provider() == null
                        && !row.expiresAt().isAfter(now))
                .stream()
                .sorted(Comparator.comparing(Payment::expiresAt)
                        .thenComparing(row -> row.id().toString()))
                .limit(limit)
                .map(Payment::id)
                .toList();
    }

    void put(Payment row, PaymentStatus status, @Nullable String reason, int asks, @Nullable Instant nextAskAt) {
        rows.put(
                row.id(),
                new Payment(
                        row.id(),
                        row.accountId(),
                        row.accountPath(),
                        row.type(),
                        row.method(),
                        row.provider(),
                        row.providerPaymentId(),
                        row.amount(),
                        status,
                        row.invoiceId(),
                        row.reference(),
                        row.note(),
                        row.confirmedBy(),
                        reason,
                        asks,
                        nextAskAt,
                        row.createdAt(),
                        row.expiresAt(),
                        row.settledAt()));
    }
}
