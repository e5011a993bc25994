package ai.whatsflow.payout.payout;

/** What became of an approval, a rejection or a payment. Only {@link Decided} changed anything. */
public sealed interface DecisionOutcome {
    record Decided(Payout payout) implements DecisionOutcome {}

    record NotFound() implements DecisionOutcome {}

    /** Who requested it does not approve it. */
    record OwnRequest() implements DecisionOutcome {}

    record WrongStatus(PayoutStatus is, PayoutStatus wanted) implements DecisionOutcome {}

    record ReferenceMissing(PayoutType type) implements DecisionOutcome {}
}
