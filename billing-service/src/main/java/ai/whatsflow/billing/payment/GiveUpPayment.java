package ai.whatsflow.billing.payment;

import org.springframework.stereotype.Component;

/** Ends an open attempt that brought no money; one that has ended before only stops being asked for. */
@Component
class GiveUpPayment {

    private final Payments payments;
    private final Purposes purposes;
    private final PaymentEvents events;

    GiveUpPayment(Payments payments, Purposes purposes, PaymentEvents events) {
        this.payments = payments;
        this.purposes = purposes;
        this.events = events;
    }

    void declined(Payment payment, String reason) {
        if (end(payment, PaymentStatus.FAILED, reason, PaymentPurpose.End.FAILED)) {
            events.failed(payments.lock(payment.id()));
        }
    }

    void expired(Payment payment) {
        end(payment, PaymentStatus.CANCELLED, "expired", PaymentPurpose.End.EXPIRED);
    }

    private boolean end(Payment payment, PaymentStatus status, String reason, PaymentPurpose.End end) {
        if (!payment.status().isOpen()) {
            payments.stopAsking(payment.id());
            return false;
        }
        payments.end(payment.id(), status, reason, null);
        purposes.of(payment).giveUp(payment, end);
        return true;
    }
}
