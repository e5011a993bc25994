package ai.whatsflow.billing.payment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves an unsettled attempt to where the provider's answer puts it. The caller holds account and payment. */
@Component
class ApplyOutcome {

    private static final Logger log = LoggerFactory.getLogger(ApplyOutcome.class);

    private final Payments payments;
    private final PaymentProviders providers;
    private final SettlePayment settlePayment;
    private final GiveUpPayment giveUpPayment;
    private final Reminders reminders;

    ApplyOutcome(
            Payments payments,
            PaymentProviders providers,
            SettlePayment settlePayment,
            GiveUpPayment giveUpPayment,
            Reminders reminders) {
        this.payments = payments;
        this.providers = providers;
        this.settlePayment = settlePayment;
        this.giveUpPayment = giveUpPayment;
        this.reminders = reminders;
    }

    void apply(Payment payment, ChargeOutcome outcome, boolean notified) {
        switch (outcome) {
            case ChargeOutcome.Captured captured -> settle(payment, captured, notified);
            case ChargeOutcome.Declined declined -> giveUpPayment.declined(payment, declined.reason());
            case ChargeOutcome.Pending pending -> {
                if (!pending.inFlight() && reminders.isOver(payment)) {
                    giveUpPayment.expired(payment);
                } else {
                    reminders.later(payment, PaymentStatus.PENDING, null, notified);
                }
            }
            case ChargeOutcome.Unknown unknown ->
                reminders.later(payment, PaymentStatus.UNKNOWN, unknown.reason(), notified);
        }
    }

    private void settle(Payment payment, ChargeOutcome.Captured captured, boolean notified) {
        PaymentProvider provider = providers.of(payment);
        boolean anothers = payments.settledBy(provider.name(), captured.providerPaymentId())
                .filter(other -> !other.equals(payment.id()))
                .isPresent();
        if (anothers || !captured.amount().equals(payment.amount())) {
            log.error("{}'s payment {} does not fit attempt {}", provider.name(), captured, payment.id());
            reminders.later(payment, PaymentStatus.UNKNOWN, "the provider's answer does not fit", notified);
            return;
        }
        settlePayment.settle(
                payment,
                Settlement.byProvider(captured.providerPaymentId()),
                Funding.in(provider.clearing(), payment.amount()));
    }
}
