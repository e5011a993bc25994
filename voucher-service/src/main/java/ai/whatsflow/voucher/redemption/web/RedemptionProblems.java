package ai.whatsflow.voucher.redemption.web;

import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.voucher.VoucherProblem;
import ai.whatsflow.voucher.redemption.Redemption;
import ai.whatsflow.voucher.redemption.RedemptionOutcome;

/** Turns an outcome into the redemption, or into the problem that the caller is told. */
final class RedemptionProblems {
    private RedemptionProblems() {}

    static Redemption redeemedOrThrow(RedemptionOutcome outcome) {
        return switch (outcome) {
            case RedemptionOutcome.Redeemed(var redemption) -> redemption;
            case RedemptionOutcome.Unknown() ->
                throw new ProblemException(VoucherProblem.VOUCHER_UNKNOWN, "Check the code for a typing error.");
            case RedemptionOutcome.Used() ->
                throw new ProblemException(VoucherProblem.VOUCHER_USED, "A voucher is good for one redemption.");
            case RedemptionOutcome.Expired(var at) ->
                throw new ProblemException(VoucherProblem.VOUCHER_EXPIRED, "It expired at " + at + ".")
                        .with("expiredAt", at);
            case RedemptionOutcome.WrongCurrency(var ofVoucher, var ofAccount) ->
                throw new ProblemException(
                        VoucherProblem.VOUCHER_CURRENCY,
                        "The voucher is in %s, the account in %s.".formatted(ofVoucher, ofAccount));
            case RedemptionOutcome.Locked(var left) ->
                throw new ProblemException(VoucherProblem.VOUCHER_LOCKED, "Redeeming is locked for a while.")
                        .retryAfter(left);
        };
    }
}
