package ai.whatsflow.payout.payout.web;

import ai.whatsflow.payout.PayoutProblem;
import ai.whatsflow.payout.payout.DecisionOutcome;
import ai.whatsflow.payout.payout.Payout;
import ai.whatsflow.payout.payout.RequestOutcome;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;

/** Turns an outcome into the payout, or into the problem that the caller is told. */
final class PayoutProblems {
    private PayoutProblems() {}

    static Payout payoutOrThrow(RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Requested(var payout) -> payout;
            case RequestOutcome.NothingPayable() ->
                throw new ProblemException(
                        PayoutProblem.NOTHING_PAYABLE, "Commissions become payable after their refund window.");
            case RequestOutcome.BelowMinimum(var amount, var minimum) ->
                throw new ProblemException(
                                PayoutProblem.BELOW_MINIMUM, "%s is less than %s.".formatted(amount, minimum))
                        .with("minimum", minimum);
            case RequestOutcome.Unmatched(var below, var above) ->
                throw new ProblemException(
                                PayoutProblem.AMOUNT_UNMATCHED,
                                "Commissions are paid out whole, oldest first: ask for %s or %s."
                                        .formatted(below, above))
                        .with("below", below)
                        .with("above", above);
            case RequestOutcome.MoreThanPayable(var payable) ->
                throw new ProblemException(
                                PayoutProblem.AMOUNT_UNMATCHED, "No more than %s is payable.".formatted(payable))
                        .with("payable", payable);
        };
    }

    static Payout payoutOrThrow(DecisionOutcome outcome) {
        return switch (outcome) {
            case DecisionOutcome.Decided(var payout) -> payout;
            case DecisionOutcome.NotFound() -> throw notFound();
            case DecisionOutcome.OwnRequest() ->
                throw new ProblemException(PayoutProblem.OWN_REQUEST, "Somebody else has to approve it.");
            case DecisionOutcome.WrongStatus(var is, var wanted) ->
                throw new ProblemException(
                                PayoutProblem.WRONG_STATUS,
                                "A payout that is %s never becomes %s.".formatted(is, wanted))
                        .with("status", is);
            case DecisionOutcome.ReferenceMissing(var type) ->
                throw new ProblemException(PlatformProblem.INVALID, "A payout by %s has a reference.".formatted(type))
                        .at("/reference", "must not be blank");
        };
    }

    static ProblemException notFound() {
        return new ProblemException(PlatformProblem.NOT_FOUND, "There is no such payout.");
    }
}
