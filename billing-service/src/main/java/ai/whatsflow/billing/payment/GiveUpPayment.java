package ai.whatsflow.billing.payment;

import org.springframework.stereotype.Component;

/** Ends an open attempt that brought no money; one that has ended before stays as it is. */
@Component
class GiveUpPayment {

    private final Payments payments;
    private final Purposes purposes;
    private final PaymentEvents events;
    private final Reminders reminders;

    GiveUpPayment(Payments payments, Purposes purposes, PaymentEvents events, Reminders reminders) {
        this.payments = payments;
        this.purposes = purposes;
        this.events = events;
        this.reminders = reminders;
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
            reminders.lastLook(payment);
            return false;
        }
        payments.end(payment.id(), status, reason, null);
        reminders.lastLook(payment);
        purposes.of(payment).giveUp(payment, end);
        return true;
    }
}
