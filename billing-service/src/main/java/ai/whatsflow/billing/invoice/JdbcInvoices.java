package ai.whatsflow.billing.invoice;

import ai.whatsflow.billing.Columns;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.security.AccountScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInvoices extends Invoices {

    private final JdbcClient jdbc;
    private final InvoiceParts parts;

    JdbcInvoices(JdbcClient jdbc, InvoiceParts parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    @Override
    public Optional<Invoice> find(UUID invoiceId) {
        return jdbc.sql("SELECT * FROM invoices WHERE invoice_id = ?")
                .param(invoiceId)
                .query(this::whole)
                .optional();
    }

    @Override
    public List<Invoice> page(AccountScope scope, UUID before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM invoices
                        WHERE status IN ('ISSUED', 'PAID') AND invoice_id < :before
                          AND (:all OR account_id = ANY (:accounts))
                        ORDER BY invoice_id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("all", scope.all())
                .param("accounts", Columns.uuids(scope.ids()))
                .param("limit", limit + 1)
                .query((rs, row) -> head(rs, List.of(), List.of()))
                .list();
    }

    @Override
    Invoice get(UUID invoiceId) {
        return find(invoiceId).orElseThrow(() -> new IllegalStateException("no invoice " + invoiceId));
    }

    @Override
    void insert(Invoice draft) {
        jdbc.sql("""
                        INSERT INTO invoices (invoice_id, account_id, account_path, version, status, net_minor,
                                              tax_minor, currency, created_at)
                        VALUES (?, ?, ?, 1, 'DRAFT', ?, ?, ?, ?)
                        """)
                .params(
                        draft.id(),
                        draft.accountId(),
                        Columns.uuids(draft.accountPath()),
                        draft.net().minor(),
                        draft.tax().minor(),
                        draft.net().currency().getCurrencyCode(),
                        Columns.at(draft.createdAt()))
                .update();
        parts.insertLines(draft.id(), draft.lines());
    }

    @Override
    void setPeriod(UUID invoiceId, Instant start, Instant end) {
        jdbc.sql("UPDATE invoice_lines SET period_start = ?, period_end = ? WHERE invoice_id = ?")
                .params(Columns.at(start), Columns.at(end), invoiceId)
                .update();
    }

    @Override
    void issue(UUID invoiceId, List<UUID> accountPath, InvoiceNumber number, Instant now) {
        int issued = jdbc.sql("""
                        UPDATE invoices SET status = 'ISSUED', version = version + 1, account_path = ?,
                               series = ?, year = ?, number = ?, issued_at = ?
                        WHERE invoice_id = ? AND status = 'DRAFT'
                        """)
                .params(
                        Columns.uuids(accountPath),
                        number.series(),
                        number.year(),
                        number.number(),
                        Columns.at(now),
                        invoiceId)
                .update();
        requireOne(issued, invoiceId);
    }

    @Override
    void pay(UUID invoiceId, Allocations allocations, @Nullable UUID heldBy, Instant now) {
        parts.insertAllocations(invoiceId, allocations);
        int paid = jdbc.sql("""
                        UPDATE invoices SET status = 'PAID', version = version + 1, paid_at = ?, held_by = ?, cleared = ?
                        WHERE invoice_id = ? AND status = 'ISSUED'
                        """)
                .params(Columns.row(Columns.at(now), heldBy, heldBy == null, invoiceId))
                .update();
        requireOne(paid, invoiceId);
    }

    @Override
    boolean clear(UUID invoiceId, Instant now) {
        return jdbc.sql("""
                                UPDATE invoices SET cleared = true, cleared_at = ?, version = version + 1
                                WHERE invoice_id = ? AND NOT cleared
                                """).params(Columns.at(now), invoiceId).update() == 1;
    }

    @Override
    void advance(UUID invoiceId, InvoiceStatus from, InvoiceStatus to) {
        if (!from.canBecome(to)) {
            throw new IllegalStateException(from + " can't become " + to);
        }
        jdbc.sql("UPDATE invoices SET status = ?, version = version + 1 WHERE invoice_id = ? AND status = ?")
                .params(to.name(), invoiceId, from.name())
                .update();
    }

    private static void requireOne(int updated, UUID invoiceId) {
        if (updated != 1) {
            throw new IllegalStateException("invoice " + invoiceId + " is not where it was expected");
        }
    }

    private Invoice whole(ResultSet rs, int row) throws SQLException {
        UUID id = Columns.uuid(rs, "invoice_id");
        return head(rs, parts.lines(id), parts.allocations(id));
    }

    private static Invoice head(ResultSet rs, List<InvoiceLine> lines, List<Allocation> allocations)
            throws SQLException {
        Money net = Columns.money(rs, "net_minor");
        return new Invoice(
                Columns.uuid(rs, "invoice_id"),
                Columns.uuid(rs, "account_id"),
                Columns.uuids(rs, "account_path"),
                rs.getLong("version"),
                InvoiceStatus.valueOf(rs.getString("status")),
                InvoiceNumber.text(rs.getString("series"), rs.getInt("year"), rs.getLong("number")),
                net,
                Columns.money(rs, "tax_minor"),
                lines,
                allocations,
                Columns.instant(rs, "created_at"),
                Columns.instantOrNull(rs, "issued_at"),
                Columns.instantOrNull(rs, "paid_at"),
                Columns.uuidOrNull(rs, "held_by"),
                rs.getBoolean("cleared"),
                Columns.instantOrNull(rs, "cleared_at"));
    }
}
