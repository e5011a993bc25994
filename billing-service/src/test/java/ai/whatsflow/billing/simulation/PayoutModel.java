package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import ai.whatsflow.billing.messaging.BillingFacts;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.outbox.OutboxEvent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.UUID;

/**
 * What payout-service makes of billing's facts. It trusts its inbox alone, so an effect that comes twice shows; the
 * real one has a unique constraint behind it.
 */
final class PayoutModel {

    static final String ACCRUED = "payout.commission.accrued.v1";
    static final BigDecimal RATE = new BigDecimal("12.50");

    private final EventLog events;
    private final Table<UUID, Commission> commissions;
    private final Table<String, Long> versions;

    PayoutModel(InMemoryDatabase database, EventLog events) {
        this.events = events;
        this.commissions = database.table();
        this.versions = database.table();
    }

    Collection<Commission> commissions() {
        return commissions.all();
    }

    void handle(OutboxEvent event) {
        BillingFacts.version(event.payload()).ifPresent(version -> requireOrder(event, version));
        BillingFacts.paid(event.payload())
                .filter(invoice -> invoice.accountPath().contains(SimulatedDirectory.DEALER.id()))
                .ifPresent(this::accrue);
        BillingFacts.cleared(event.payload()).ifPresent(this::clear);
    }

    private void requireOrder(OutboxEvent event, long version) {
        long before = versions.find(event.key()).orElse(0L);
        if (version <= before) {
            throw new Violation("a consumer reads version " + version + " of " + event.type() + " after " + before);
        }
        versions.put(event.key(), version);
    }

    private void accrue(BillingFacts.Paid invoice) {
        Money amount = invoice.collected().percent(RATE);
        UUID id = Ids.next();
        commissions.insert(id, new Commission(id, invoice.invoiceId(), amount, invoice.cleared()));
        if (amount.isPositive()) {
            events.append(OutboxEvent.of("payout.commission", id, ACCRUED, commissions.get(id)));
        }
    }

    private void clear(UUID invoiceId) {
        commissions
                .where(row -> row.invoiceId.equals(invoiceId))
                .forEach(row -> commissions.put(row.id, new Commission(row.id, invoiceId, row.amount, true)));
    }

    record Commission(UUID id, UUID invoiceId, Money amount, boolean cleared) {}
}
