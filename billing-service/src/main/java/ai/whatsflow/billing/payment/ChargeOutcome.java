package ai.whatsflow.billing.payment;

import ai.whatsflow.platform.money.Money;

/** What a provider says about an attempt when it is asked. */
public sealed interface ChargeOutcome {

    /** The money is there: order, amount, currency and status were all confirmed by the provider itself. */
    record Captured(String providerPaymentId, Money amount) implements ChargeOutcome {}

    /** The payer gave up or was refused; no money moved. */
    record Declined(String reason) implements ChargeOutcome {}

    /**
     * Nothing is decided yet.
     *
     * @param inFlight whether the provider knows of a payment under way; if not, the attempt may be given up in time
     */
    record Pending(boolean inFlight) implements ChargeOutcome {}

    /** The provider did not answer, or its answer does not fit the attempt. Nothing may be concluded from it. */
    record Unknown(String reason) implements ChargeOutcome {}
}
