package ai.whatsflow.payout.payout;

import ai.whatsflow.platform.money.Money;

/** What became of a request for a payout. Only {@link Requested} changed anything. */
public sealed interface RequestOutcome {
    record Requested(Payout payout) implements RequestOutcome {}

    record NothingPayable() implements RequestOutcome {}

    record BelowMinimum(Money amount, Money minimum) implements RequestOutcome {}

    /** The oldest commissions add up to {@code below} or, with one more, to {@code above}, but not to the amount. */
    record Unmatched(Money below, Money above) implements RequestOutcome {}

    record MoreThanPayable(Money payable) implements RequestOutcome {}
}
