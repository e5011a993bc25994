package ai.whatsflow.billing.invoice;

import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import java.time.Instant;

@InMemory
class InMemoryInvoiceNumbers implements InvoiceNumbers {

    private final InvoiceProperties properties;
    private final Table<Integer, Long> last;

    InMemoryInvoiceNumbers(InvoiceProperties properties, InMemoryDatabase database) {
        this.properties = properties;
        this.last = database.table();
    }

    @Override
    public InvoiceNumber next(Instant issuedAt) {
        int year = issuedAt.atZone(properties.timeZone()).getYear();
        long number = last.find(year).orElse(0L) + 1;
        last.put(year, number);
        return new InvoiceNumber(properties.series(), year, number);
    }
}
