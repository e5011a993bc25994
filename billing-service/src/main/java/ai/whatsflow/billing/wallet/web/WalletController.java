package ai.whatsflow.billing.wallet.web;

import ai.whatsflow.billing.wallet.Wallet;
import ai.whatsflow.billing.wallet.Wallets;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.AccountDirectory;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/wallet")
@Tag(name = "Wallet")
class WalletController {

    private final Wallets wallets;
    private final AccountDirectory directory;

    WalletController(Wallets wallets, AccountDirectory directory) {
        this.wallets = wallets;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "Credit of the own account, or of one below it")
    WalletView wallet(Caller caller, @RequestParam(required = false) @Nullable UUID accountId) {
        caller.require("wallet:read");
        UUID owner = accountId == null ? caller.accountId() : accountId;
        caller.requireReach(owner);
        Currency currency = directory
                .find(owner)
                .map(account -> Currency.getInstance(account.currency()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such account."));
        return WalletView.of(owner, wallets.of(owner, currency));
    }

    @Schema(description = "balance = available + held; granted is the part of available that was given, not bought")
    record WalletView(UUID accountId, Money balance, Money held, Money available, Money granted) {

        static WalletView of(UUID accountId, Wallet wallet) {
            return new WalletView(accountId, wallet.balance(), wallet.held(), wallet.available(), wallet.granted());
        }
    }
}
