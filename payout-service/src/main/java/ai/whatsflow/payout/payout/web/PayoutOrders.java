package ai.whatsflow.payout.payout.web;

import ai.whatsflow.payout.payout.PayoutOrder;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.AccountDirectory;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says for whom a payout is requested: a sub-dealer for itself, staff for a sub-dealer it names. */
@Component
class PayoutOrders {
    private final AccountDirectory accounts;

    PayoutOrders(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    PayoutOrder of(Caller caller, RequestPayoutRequest request) {
        Account dealer = dealer(caller, request.subDealerId());
        Money amount = request.amount();
        if (amount != null && !amount.isPositive()) {
            throw invalid("/amount/amount", "must be greater than 0");
        }
        RequestPayoutRequest.Period period = request.period();
        Instant from = period == null ? null : period.start();
        Instant until = period == null ? null : period.end();
        if (from != null && until != null && !from.isBefore(until)) {
            throw invalid("/period/end", "must be after the start");
        }
        Currency currency = amount == null ? Currency.getInstance(dealer.currency()) : amount.currency();
        return new PayoutOrder(dealer.id(), caller.userId(), request.type(), currency, amount, from, until);
    }

    private Account dealer(Caller caller, @Nullable UUID named) {
        if (caller.tier() == Tier.SUBDEALER) {
            if (named != null && !named.equals(caller.accountId())) {
                throw unknown();
            }
            return caller.account();
        }
        if (!caller.isStaff()) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "Payouts are for sub-dealers.");
        }
        if (named == null) {
            throw invalid("/subDealerId", "must not be null when staff asks");
        }
        return accounts.find(named)
                .filter(account -> account.tier() == Tier.SUBDEALER)
                .orElseThrow(PayoutOrders::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.NOT_FOUND, "There is no such sub-dealer.");
    }

    private static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(PlatformProblem.INVALID, "See errors.").at(pointer, detail);
    }
}
