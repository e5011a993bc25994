package ai.whatsflow.billing.invoice;

/** Where facts about invoices are announced, in the transaction that makes them true. */
public interface InvoiceEvents {

    void issued(Invoice invoice);

    void paid(Invoice invoice);

    void cleared(Invoice invoice);
}
