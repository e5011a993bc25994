package ai.whatsflow.billing.payment;

import ai.whatsflow.platform.money.Money;
import java.util.List;

/** What a provider says about an attempt when it is asked. */
public sealed interface ChargeOutcome {

    /**
     * The money is there: order, amount, currency and status were all confirmed by the provider itself.
     *
     * @param captures at least one; more if the payer has paid one checkout several times
     */
    record Captured(List<Capture> captures) implements ChargeOutcome {

        public Captured {
            captures = List.copyOf(captures);
        }
    }

    /** One payment at the provider, under the provider's own id. */
    record Capture(String providerPaymentId, Money amount) {}

    /** The payer gave up or was refused; no money moved. */
    record Declined(String reason) implements ChargeOutcome {}

    /**
     * Nothing is decided yet.
     *
     * @param inFlight whether the provider has told of a payment under way; then the attempt is given up later
     */
    record Pending(boolean inFlight) implements ChargeOutcome {}

    /** The provider did not answer, or its answer does not fit the attempt. Nothing may be concluded from it. */
    record Unknown(String reason) implements ChargeOutcome {}
}
