package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.payment.ChargeOutcome.Capture;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves an attempt to where the provider's answer puts it. The caller holds account and payment. */
@Component
class ApplyOutcome {

    private static final Logger log = LoggerFactory.getLogger(ApplyOutcome.class);

    private final Payments payments;
    private final PaymentProviders providers;
    private final SettlePayment settlePayment;
    private final CreditSurplus creditSurplus;
    private final GiveUpPayment giveUpPayment;
    private final Reminders reminders;

    ApplyOutcome(
            Payments payments,
            PaymentProviders providers,
            SettlePayment settlePayment,
            CreditSurplus creditSurplus,
            GiveUpPayment giveUpPayment,
            Reminders reminders) {
        this.payments = payments;
        this.providers = providers;
        this.settlePayment = settlePayment;
        this.creditSurplus = creditSurplus;
        this.giveUpPayment = giveUpPayment;
        this.reminders = reminders;
    }

    void apply(Payment payment, ChargeOutcome outcome, boolean notified) {
        switch (outcome) {
            case ChargeOutcome.Captured captured -> settle(payment, captured.captures(), notified);
            case ChargeOutcome.Declined declined -> giveUpPayment.declined(payment, declined.reason());
            case ChargeOutcome.Pending pending -> {
                if (reminders.isOver(payment, pending.inFlight())) {
                    giveUpPayment.expired(payment);
                } else {
                    reminders.later(payment, PaymentStatus.PENDING, null, notified);
                }
            }
            case ChargeOutcome.Unknown unknown ->
                reminders.later(payment, PaymentStatus.UNKNOWN, unknown.reason(), notified);
        }
    }

    private void settle(Payment payment, List<Capture> captures, boolean notified) {
        Payment now = payment;
        for (Capture capture : captures) {
            Optional<Payment> booked = booked(payment, capture);
            if (booked.filter(other -> !other.isOf(payment)).isPresent()
                    || !capture.amount().equals(payment.amount())) {
                log.error("{}'s payment {} does not fit attempt {}", payment.provider(), capture, payment.id());
                reminders.later(now, PaymentStatus.UNKNOWN, "the provider's answer does not fit", notified);
                return;
            }
            if (booked.isEmpty()) {
                now = book(now, capture);
            }
        }
        reminders.lastLook(now);
    }

    private Optional<Payment> booked(Payment payment, Capture capture) {
        return payments.settledBy(providers.of(payment).name(), capture.providerPaymentId());
    }

    private Payment book(Payment payment, Capture capture) {
        if (payment.status() == PaymentStatus.SUCCESS) {
            creditSurplus.credit(payment, capture);
            return payment;
        }
        return settlePayment.settle(
                payment,
                Settlement.byProvider(capture.providerPaymentId()),
                Funding.in(providers.of(payment).clearing(), payment.amount()));
    }
}
