package ai.whatsflow.billing.receivable.web;

import ai.whatsflow.billing.BillingProblem;
import ai.whatsflow.billing.receivable.CreditLimit;
import ai.whatsflow.billing.receivable.CreditLimits;
import ai.whatsflow.billing.receivable.SetCreditLimit;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.AccountDirectory;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Currency;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/credit-limits/{accountId}")
@Tag(name = "Credit limits")
class CreditLimitController {

    private final CreditLimits limits;
    private final SetCreditLimit setCreditLimit;
    private final AccountDirectory directory;

    CreditLimitController(CreditLimits limits, SetCreditLimit setCreditLimit, AccountDirectory directory) {
        this.limits = limits;
        this.setCreditLimit = setCreditLimit;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "How much a sub-dealer may owe, and owes")
    CreditLimitView get(Caller caller, @PathVariable UUID accountId) {
        caller.require("credit-limits:read");
        Account subDealer = subDealer(caller, accountId);
        return CreditLimitView.of(limits.of(accountId, Currency.getInstance(subDealer.currency())));
    }

    @PutMapping
    @Operation(summary = "Sets how much a sub-dealer may owe for customers' money it has taken")
    CreditLimitView put(Caller caller, @PathVariable UUID accountId, @Valid @RequestBody CreditLimitRequest request) {
        caller.require("credit-limits:update");
        Account subDealer = subDealer(caller, accountId);
        if (!request.limit().currency().getCurrencyCode().equals(subDealer.currency())) {
            throw new ProblemException(BillingProblem.CURRENCY_MISMATCH, "The sub-dealer uses " + subDealer.currency())
                    .at("/limit/currency", "must be " + subDealer.currency());
        }
        if (request.limit().isNegative()) {
            throw new ProblemException(PlatformProblem.INVALID, "A limit is not negative.")
                    .at("/limit/amount", "must not be negative");
        }
        return CreditLimitView.of(setCreditLimit.set(accountId, request.limit(), caller.userId()));
    }

    private Account subDealer(Caller caller, UUID accountId) {
        if (!caller.isStaff()) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "Credit limits are the owner's.");
        }
        return directory
                .find(accountId)
                .filter(account -> account.tier() == Tier.SUBDEALER)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such sub-dealer."));
    }

    record CreditLimitRequest(@NotNull Money limit) {}

    record CreditLimitView(UUID accountId, Money limit, Money owed) {

        static CreditLimitView of(CreditLimit limit) {
            return new CreditLimitView(limit.subDealerId(), limit.limit(), limit.owed());
        }
    }
}
