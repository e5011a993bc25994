package ai.whatsflow.billing.invoice;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInvoiceNumbers implements InvoiceNumbers {

    private final JdbcClient jdbc;
    private final InvoiceProperties properties;

    JdbcInvoiceNumbers(JdbcClient jdbc, InvoiceProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    @Override
    public InvoiceNumber next(Instant issuedAt) {
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
