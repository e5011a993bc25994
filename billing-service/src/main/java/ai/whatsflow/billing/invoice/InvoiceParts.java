package ai.whatsflow.billing.invoice;

import ai.whatsflow.billing.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines and allocations, in their order. */
@Repository
class InvoiceParts {

    private final JdbcClient jdbc;

    InvoiceParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertLines(UUID invoiceId, List<InvoiceLine> lines) {
        int ordinal = 1;
        for (InvoiceLine line : lines) {
            jdbc.sql("""
                            INSERT INTO invoice_lines (invoice_id, ordinal, description, package_id, package_version,
                                quantity, unit_price_minor, net_minor, tax_rate, tax_minor)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Columns.row(
                            invoiceId,
                            ordinal++,
                            line.description(),
                            line.packageId(),
                            line.packageVersion(),
                            line.quantity(),
                            line.unitPrice().minor(),
                            line.net().minor(),
                            line.taxRate(),
                            line.tax().minor()))
                    .update();
        }
    }

    void insertAllocations(UUID invoiceId, Allocations allocations) {
        int ordinal = 1;
        for (Allocation part : allocations.parts()) {
            jdbc.sql("""
                            INSERT INTO invoice_allocations
                                (invoice_id, ordinal, source, method, payment_id, amount_minor)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(Columns.row(
                            invoiceId,
                            ordinal++,
                            part.source().name(),
                            part.method().name(),
                            part.paymentId(),
                            part.amount().minor()))
                    .update();
        }
    }

    List<InvoiceLine> lines(UUID invoiceId) {
        return jdbc.sql("""
                        SELECT l.*, i.currency FROM invoice_lines l JOIN invoices i USING (invoice_id)
                        WHERE invoice_id = ? ORDER BY ordinal
                        """)
                .param(invoiceId)
                .query((rs, row) -> new InvoiceLine(
                        rs.getString("description"),
                        Columns.uuidOrNull(rs, "package_id"),
                        Columns.integerOrNull(rs, "package_version"),
                        rs.getInt("quantity"),
                        Columns.money(rs, "unit_price_minor"),
                        Columns.money(rs, "net_minor"),
                        rs.getBigDecimal("tax_rate"),
                        Columns.money(rs, "tax_minor"),
                        Columns.instantOrNull(rs, "period_start"),
                        Columns.instantOrNull(rs, "period_end")))
                .list();
    }

    List<Allocation> allocations(UUID invoiceId) {
        return jdbc.sql("""
                        SELECT a.*, i.currency FROM invoice_allocations a JOIN invoices i USING (invoice_id)
                        WHERE invoice_id = ? ORDER BY ordinal
                        """)
                .param(invoiceId)
                .query((rs, row) -> new Allocation(
                        Allocation.Source.valueOf(rs.getString("source")),
                        PaymentMethod.valueOf(rs.getString("method")),
                        Columns.uuidOrNull(rs, "payment_id"),
                        Columns.money(rs, "amount_minor")))
                .list();
    }
}
