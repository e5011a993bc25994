package ai.whatsflow.billing.payment.payhere;

import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.payment.ChargeOutcome;
import ai.whatsflow.billing.payment.Checkout;
import ai.whatsflow.billing.payment.Payer;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentProvider;
import ai.whatsflow.billing.payment.ProviderNotice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A planted fault: whatever was received under the order counts as the whole of it. */
record AmountIgnoringProvider(PaymentProvider real, PayHereClient client) implements PaymentProvider {

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public LedgerCode clearing() {
        return real.clearing();
    }

    @Override
    public Checkout checkout(Payment attempt, Payer payer, String item) {
        return real.checkout(attempt, payer, item);
    }

    @Override
    public Optional<ProviderNotice> authenticate(Map<String, String> form) {
        return real.authenticate(form);
    }

    @Override
    public ChargeOutcome inquire(Payment attempt, @Nullable ProviderNotice latest) {
        try {
            List<ChargeOutcome.Capture> captures = client.search(attempt.id().toString()).stream()
                    .map(payment -> new ChargeOutcome.Capture(payment.id(), attempt.amount()))
                    .toList();
            return captures.isEmpty() ? real.inquire(attempt, latest) : new ChargeOutcome.Captured(captures);
        } catch (RuntimeException unanswered) {
            return new ChargeOutcome.Unknown("PayHere did not answer");
        }
    }
}
