package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.BillingProblem;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.receivable.DebtPurpose;
import ai.whatsflow.billing.receivable.FundFromSubDealer;
import ai.whatsflow.billing.receivable.SubDealerFunding;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says where money is that somebody has confirmed: in the owner's hands, or in a sub-dealer's. */
@Component
class ConfirmedFunding {

    private final FundFromSubDealer fundFromSubDealer;

    ConfirmedFunding(FundFromSubDealer fundFromSubDealer) {
        this.fundFromSubDealer = fundFromSubDealer;
    }

    Funding of(Caller caller, Payment payment) {
        if (caller.isStaff()) {
            return Funding.in(
                    switch (payment.method()) {
                        case CASH -> LedgerCode.CASH;
                        case BANK, UPI -> LedgerCode.BANK;
                        case GATEWAY, WALLET -> throw new IllegalArgumentException("not a manual payment");
                    },
                    payment.amount());
        }
        DebtPurpose purpose = switch (payment.type()) {
            case PURCHASE -> DebtPurpose.PURCHASE;
            case RECHARGE -> DebtPurpose.RECHARGE;
        };
        SubDealerFunding funding = fundFromSubDealer.fund(
                caller.accountId(), payment.accountId(), payment.id(), purpose, payment.amount());
        return switch (funding) {
            case SubDealerFunding.Prepaid prepaid -> new Funding(List.of(prepaid.debit()), null, null);
            case SubDealerFunding.Owed owed -> new Funding(List.of(owed.debit()), caller.accountId(), owed.debtId());
            case SubDealerFunding.LimitExceeded exceeded ->
                throw new ProblemException(
                                BillingProblem.CREDIT_LIMIT_EXCEEDED,
                                "Recharge first: the wallet holds too little and the limit is used up.")
                        .with("limit", exceeded.limit().limit())
                        .with("owed", exceeded.limit().owed());
        };
    }
}
