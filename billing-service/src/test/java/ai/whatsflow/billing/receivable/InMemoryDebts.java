package ai.whatsflow.billing.receivable;

import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.dao.DuplicateKeyException;

@InMemory
public class InMemoryDebts extends Debts {

    private final Table<UUID, Row> rows;
    private final Table<Link, Link> links;

    InMemoryDebts(InMemoryDatabase database) {
        this.rows = database.table();
        this.links = database.table();
    }

    /** Whether any open debt holds the money of this invoice. */
    public boolean holds(UUID invoiceId) {
        return links.any(link -> link.invoiceId.equals(invoiceId)
                        && rows.get(link.debtId).debt.outstanding().isPositive())
                .isPresent();
    }

    public Money outstanding(UUID subDealerId, Money none) {
        return open(row -> row.debt.subDealerId().equals(subDealerId)).stream()
                .map(Debt::outstanding)
                .reduce(none, Money::plus);
    }

    @Override
    void insert(Debt debt, UUID customerId, UUID paymentId, DebtPurpose purpose, Instant now) {
        if (rows.any(row -> row.paymentId.equals(paymentId)).isPresent()) {
            throw new DuplicateKeyException("subdealer_debts_payment_id_key");
        }
        rows.insert(debt.id(), new Row(debt, customerId, paymentId, purpose));
    }

    @Override
    List<Debt> lockOpen(UUID subDealerId, String currency) {
        return open(row -> row.debt.subDealerId().equals(subDealerId)
                && row.debt.outstanding().currency().getCurrencyCode().equals(currency));
    }

    @Override
    void pay(Debt debt, Money part, Instant now) {
        Row row = rows.get(debt.id());
        Debt left = new Debt(
                debt.id(), row.debt.subDealerId(), row.debt.outstanding().minus(part));
        rows.put(debt.id(), new Row(left, row.customerId, row.paymentId, row.purpose));
    }

    @Override
    public List<Debt> openRechargesOf(UUID customerId) {
        return open(row -> row.customerId.equals(customerId) && row.purpose == DebtPurpose.RECHARGE);
    }

    @Override
    public void link(UUID invoiceId, List<UUID> debtIds) {
        debtIds.forEach(debtId -> links.insert(new Link(debtId, invoiceId), new Link(debtId, invoiceId)));
    }

    @Override
    List<UUID> clearedInvoices(UUID debtId) {
        return links.where(link -> link.debtId.equals(debtId)).stream()
                .map(Link::invoiceId)
                .filter(invoiceId -> !holds(invoiceId))
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    private List<Debt> open(Predicate<Row> condition) {
        return rows.where(condition.and(row -> row.debt.outstanding().isPositive())).stream()
                .map(Row::debt)
                .toList();
    }

    record Row(Debt debt, UUID customerId, UUID paymentId, DebtPurpose purpose) {}

    record Link(UUID debtId, UUID invoiceId) {}
}
