package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@InMemory
public class InMemoryPaymentTriggers implements PaymentTriggers {

    private final InMemoryDatabase database;
    private final Table<Key, Row> rows;

    InMemoryPaymentTriggers(InMemoryDatabase database) {
        this.database = database;
        this.rows = database.table();
    }

    /** When the next one is due, if any is open. */
    public Optional<Instant> nextDue() {
        return rows.all().stream().map(Row::dueAt).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }

    @Override
    public void store(String provider, UUID paymentId, ProviderNotice notice, Instant now) {
        database.statement(() -> {
            Key key = new Key(paymentId, notice.status());
            Optional<Row> known = rows.find(key);
            UUID id = known.map(Row::id).orElseGet(Ids::next);
            String claimed = known.map(Row::claimedId).orElse(notice.claimedId());
            Instant due = known.map(Row::dueAt).orElse(now);
            rows.put(key, new Row(id, key, claimed, now, due));
            return true;
        });
    }

    @Override
    public List<Trigger> claimDue(Instant now, Instant leaseEnd, int limit) {
        return database.statement(() -> {
            List<Row> due = rows.where(row -> row.dueAt != null && !row.dueAt.isAfter(now)).stream()
                    .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.dueAt)))
                    .limit(limit)
                    .toList();
            due.forEach(row -> rows.put(row.key, new Row(row.id, row.key, row.claimedId, row.receivedAt, leaseEnd)));
            return due.stream()
                    .map(row -> new Trigger(row.id, row.key.paymentId, row.receivedAt))
                    .toList();
        });
    }

    @Override
    public void done(Trigger trigger, Instant now) {
        database.statement(() -> {
            rows.where(row -> row.id.equals(trigger.id()) && row.receivedAt.equals(trigger.receivedAt()))
                    .forEach(row -> rows.put(row.key, new Row(row.id, row.key, row.claimedId, row.receivedAt, null)));
            return true;
        });
    }

    @Override
    public Optional<ProviderNotice> latest(UUID paymentId) {
        return rows.where(row -> row.key.paymentId.equals(paymentId)).stream()
                .max(Comparator.comparing((Row row) -> row.key.status == ProviderNotice.Status.SUCCESS)
                        .thenComparing(Row::receivedAt)
                        .thenComparing(row -> row.id.toString()))
                .map(row -> new ProviderNotice(paymentId.toString(), row.claimedId, row.key.status));
    }

    record Key(UUID paymentId, ProviderNotice.Status status) {}

    record Row(
            UUID id,
            Key key,
            String claimedId,
            Instant receivedAt,
            @Nullable Instant dueAt) {}
}
