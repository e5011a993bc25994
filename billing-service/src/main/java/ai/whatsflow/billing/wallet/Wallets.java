package ai.whatsflow.billing.wallet;

import ai.whatsflow.billing.ledger.Balances;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.platform.money.Money;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads wallets out of the ledger's balances. */
@Component
public class Wallets {

    private final Balances balances;

    Wallets(Balances balances) {
        this.balances = balances;
    }

    public Wallet of(UUID accountId, Currency currency) {
        Map<LedgerCode, Money> balance = balances.ofOwner(accountId, currency);
        Money none = Money.zero(currency);
        return new Wallet(
                balance.getOrDefault(LedgerCode.WALLET_RECHARGED, none).negate(),
                balance.getOrDefault(LedgerCode.WALLET_GRANTED, none).negate(),
                balance.getOrDefault(LedgerCode.WALLET_HELD_RECHARGED, none)
                        .plus(balance.getOrDefault(LedgerCode.WALLET_HELD_GRANTED, none))
                        .negate());
    }
}
