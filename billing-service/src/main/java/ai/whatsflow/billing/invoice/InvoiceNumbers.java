package ai.whatsflow.billing.invoice;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Hands out invoice numbers without gaps: the counter's row stays locked until the transaction that issues the invoice
 * ends, and rolls back with it.
 */
@Repository
class InvoiceNumbers {

    private final JdbcClient jdbc;
    private final InvoiceProperties properties;

    InvoiceNumbers(JdbcClient jdbc, InvoiceProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    InvoiceNumber next(Instant issuedAt) {
        int year = issuedAt.atZone(properties.timeZone()).getYear();
        long number = jdbc.sql("""
                        INSERT INTO invoice_numbers (series, year, last) VALUES (?, ?, 1)
                        ON CONFLICT (series, year) DO UPDATE SET last = invoice_numbers.last + 1
                        RETURNING last
                        """)
                .params(properties.series(), year)
                .query(Long.class)
                .single();
        return new InvoiceNumber(properties.series(), year, number);
    }
}
