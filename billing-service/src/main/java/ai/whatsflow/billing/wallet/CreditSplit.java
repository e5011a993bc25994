package ai.whatsflow.billing.wallet;

import ai.whatsflow.platform.money.Money;

/** Where credit comes from: granted credit is spent first. */
public record CreditSplit(Money granted, Money recharged) {

    static CreditSplit of(Wallet wallet, Money amount) {
        Money granted = wallet.granted().min(amount);
        return new CreditSplit(granted, amount.minus(granted));
    }

    public Money total() {
        return granted.plus(recharged);
    }
}
