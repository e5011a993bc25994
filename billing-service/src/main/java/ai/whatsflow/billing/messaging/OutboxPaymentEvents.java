package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentEvents;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

@Component
class OutboxPaymentEvents implements PaymentEvents {

    private final Outbox outbox;

    OutboxPaymentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void succeeded(Payment payment) {
        append(PaymentV1.SUCCEEDED, payment);
    }

    @Override
    public void failed(Payment payment) {
        append(PaymentV1.FAILED, payment);
    }

    private void append(String type, Payment payment) {
        outbox.append(OutboxEvent.of(PaymentV1.TOPIC, payment.id(), type, PaymentV1.of(payment)));
    }
}
