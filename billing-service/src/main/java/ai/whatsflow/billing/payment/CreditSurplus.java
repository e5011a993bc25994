package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.payment.ChargeOutcome.Capture;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Credits money that a provider took once more for an attempt that has settled: it is a recharge of its own. */
@Component
class CreditSurplus {

    private static final Logger log = LoggerFactory.getLogger(CreditSurplus.class);

    private final Payments payments;
    private final PaymentProviders providers;
    private final SettlePayment settlePayment;
    private final MeterRegistry metrics;
    private final Clock clock;

    CreditSurplus(
            Payments payments,
            PaymentProviders providers,
            SettlePayment settlePayment,
            MeterRegistry metrics,
            Clock clock) {
        this.payments = payments;
        this.providers = providers;
        this.settlePayment = settlePayment;
        this.metrics = metrics;
        this.clock = clock;
    }

    void credit(Payment settled, Capture capture) {
        Payment surplus = settled.paidAgain(Ids.next(), clock.instant());
        payments.insert(surplus);
        settlePayment.settle(
                surplus,
                Settlement.ofSurplus(capture.providerPaymentId(), settled.id()),
                Funding.in(providers.of(settled).clearing(), capture.amount()));
        log.warn("payment {} was paid again by {} and that became credit", settled.id(), capture.providerPaymentId());
        metrics.counter("billing.payment.surplus").increment();
    }
}
