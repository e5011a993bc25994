package ai.whatsflow.billing.ledger.web;

import ai.whatsflow.billing.ledger.Balances;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "Ledger")
class TrialBalanceController {

    private final Balances balances;

    TrialBalanceController(Balances balances) {
        this.balances = balances;
    }

    @GetMapping("/trial-balance")
    @Operation(summary = "Every ledger account of a currency: debits positive, credits negative, the total zero")
    TrialBalance trialBalance(Caller caller, @RequestParam(defaultValue = "LKR") Currency currency) {
        caller.require("ledger:read");
        List<Line> lines = balances.all(currency).stream()
                .map(balance -> new Line(
                        balance.account().code().name(), balance.account().ownerId(), balance.amount()))
                .toList();
        Money total = lines.stream().map(Line::balance).reduce(Money.zero(currency), Money::plus);
        return new TrialBalance(currency.getCurrencyCode(), lines, total);
    }

    record TrialBalance(@Schema(example = "LKR") String currency, List<Line> accounts, Money total) {}

    record Line(
            @Schema(example = "WALLET_RECHARGED") String code,
            @Nullable UUID ownerId,
            Money balance) {}
}
