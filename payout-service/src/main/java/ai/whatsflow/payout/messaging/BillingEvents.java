package ai.whatsflow.payout.messaging;

import ai.whatsflow.payout.commission.AccrueCommission;
import ai.whatsflow.payout.commission.ClearInvoice;
import ai.whatsflow.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BillingEvents {
    @Bean
    EventSubscription paidInvoices(AccrueCommission accrue, ClearInvoice clear) {
        return EventSubscription.forGroup("payout-service.invoices")
                .on(
                        InvoicePaidV1.TOPIC,
                        InvoicePaidV1.TYPE,
                        InvoicePaidV1.class,
                        event -> accrue.accrue(event.payload().invoice()))
                .on(
                        InvoicePaidV1.TOPIC,
                        InvoiceClearedV1.TYPE,
                        InvoiceClearedV1.class,
                        event -> clear.clear(
                                event.payload().invoiceId(), event.payload().clearedAt()))
                .build();
    }
}
