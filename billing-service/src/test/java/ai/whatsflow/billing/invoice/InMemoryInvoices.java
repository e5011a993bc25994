package ai.whatsflow.billing.invoice;

import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import ai.whatsflow.platform.security.AccountScope;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

@InMemory
public class InMemoryInvoices extends Invoices {

    private final Table<UUID, Invoice> rows;

    InMemoryInvoices(InMemoryDatabase database) {
        this.rows = database.table();
    }

    public Collection<Invoice> all() {
        return rows.all();
    }

    @Override
    public Optional<Invoice> find(UUID invoiceId) {
        return rows.find(invoiceId);
    }

    @Override
    public List<Invoice> page(AccountScope scope, UUID before, int limit) {
        return rows
                .where(row -> (row.status() == InvoiceStatus.ISSUED || row.status() == InvoiceStatus.PAID)
                        && row.id().toString().compareTo(before.toString()) < 0
                        && (scope.all() || scope.ids().contains(row.accountId())))
                .stream()
                .sorted(Comparator.comparing((Invoice row) -> row.id().toString())
                        .reversed())
                .limit(limit + 1)
                .map(row -> new Change(row).withParts(List.of(), List.of()).toInvoice())
                .toList();
    }

    @Override
    Invoice get(UUID invoiceId) {
        return rows.get(invoiceId);
    }

    @Override
    void insert(Invoice draft) {
        rows.insert(draft.id(), draft);
    }

    @Override
    void setPeriod(UUID invoiceId, Instant start, Instant end) {
        Invoice row = rows.get(invoiceId);
        if (row.status() != InvoiceStatus.DRAFT) {
            throw new DataIntegrityViolationException("its lines never change");
        }
        List<InvoiceLine> lines = row.lines().stream()
                .map(line -> new InvoiceLine(
                        line.description(),
                        line.packageId(),
                        line.packageVersion(),
                        line.quantity(),
                        line.unitPrice(),
                        line.net(),
                        line.taxRate(),
                        line.tax(),
                        start,
                        end))
                .toList();
        put(new Change(row).withParts(lines, row.allocations()));
    }

    @Override
    void issue(UUID invoiceId, List<UUID> accountPath, InvoiceNumber number, Instant now) {
        Change change = new Change(expect(invoiceId, InvoiceStatus.DRAFT)).to(InvoiceStatus.ISSUED);
        change.accountPath = accountPath;
        change.number = number.toString();
        change.issuedAt = now;
        put(change);
    }

    @Override
    void pay(UUID invoiceId, Allocations allocations, @Nullable UUID heldBy, Instant now) {
        rows.find(invoiceId).filter(row -> !row.allocations().isEmpty()).ifPresent(paid -> {
            throw new DuplicateKeyException("it is allocated");
        });
        Invoice row = expect(invoiceId, InvoiceStatus.ISSUED);
        Change change = new Change(row).to(InvoiceStatus.PAID).withParts(row.lines(), allocations.parts());
        change.paidAt = now;
        change.heldBy = heldBy;
        change.cleared = heldBy == null;
        put(change);
    }

    @Override
    boolean clear(UUID invoiceId, Instant now) {
        Invoice row = rows.get(invoiceId);
        if (row.cleared()) {
            return false;
        }
        Change change = new Change(row).to(row.status());
        change.cleared = true;
        change.clearedAt = now;
        put(change);
        return true;
    }

    @Override
    void advance(UUID invoiceId, InvoiceStatus from, InvoiceStatus to) {
        if (!from.canBecome(to)) {
            throw new IllegalStateException(from + " can't become " + to);
        }
        rows.find(invoiceId).filter(row -> row.status() == from).ifPresent(row -> put(new Change(row).to(to)));
    }

    private Invoice expect(UUID invoiceId, InvoiceStatus status) {
        return rows.find(invoiceId)
                .filter(row -> row.status() == status)
                .orElseThrow(() -> new IllegalStateException("invoice " + invoiceId + " is not where it was expected"));
    }

    private void put(Change change) {
        rows.put(change.row.id(), change.toInvoice());
    }

    /** What an update sets of a row. */
    private static final class Change {

        private final Invoice row;
        private long version;
        private InvoiceStatus status;
        private List<UUID> accountPath;
        private @Nullable String number;
        private List<InvoiceLine> lines;
        private List<Allocation> allocations;
        private @Nullable Instant issuedAt;
        private @Nullable Instant paidAt;
        private @Nullable UUID heldBy;
        private boolean cleared;
        private @Nullable Instant clearedAt;

        Change(Invoice row) {
            this.row = row;
            version = row.version();
            status = row.status();
            accountPath = row.accountPath();
            number = row.number();
            lines = row.lines();
            allocations = row.allocations();
            issuedAt = row.issuedAt();
            paidAt = row.paidAt();
            heldBy = row.heldBy();
            cleared = row.cleared();
            clearedAt = row.clearedAt();
        }

        Change to(InvoiceStatus next) {
            status = next;
            version++;
            return this;
        }

        Change withParts(List<InvoiceLine> nextLines, List<Allocation> nextAllocations) {
            lines = nextLines;
            allocations = nextAllocations;
            return this;
        }

        Invoice toInvoice() {
            return new Invoice(
                    row.id(),
                    row.accountId(),
                    accountPath,
                    version,
                    status,
                    number,
                    row.net(),
                    row.tax(),
                    lines,
                    allocations,
                    row.createdAt(),
                    issuedAt,
                    paidAt,
                    heldBy,
                    cleared,
                    clearedAt);
        }
    }
}
