package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.invoice.Invoice;
import ai.whatsflow.billing.invoice.InvoiceEvents;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

@Component
class OutboxInvoiceEvents implements InvoiceEvents {

    private final Outbox outbox;

    OutboxInvoiceEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void issued(Invoice invoice) {
        append(invoice, InvoiceIssuedV1.TYPE, InvoiceIssuedV1.of(invoice));
    }

    @Override
    public void paid(Invoice invoice) {
        append(invoice, InvoicePaidV1.TYPE, InvoicePaidV1.of(invoice));
    }

    @Override
    public void cleared(Invoice invoice) {
        append(invoice, InvoiceClearedV1.TYPE, InvoiceClearedV1.of(invoice));
    }

    private void append(Invoice invoice, String type, Object payload) {
        outbox.append(OutboxEvent.of(InvoiceIssuedV1.TOPIC, invoice.id(), type, payload));
    }
}
