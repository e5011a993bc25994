package ai.whatsflow.billing.wallet;

import ai.whatsflow.platform.money.Money;

/**
 * What an account has.
 *
 * @param recharged available credit that was bought with money
 * @param granted available credit that was given
 * @param held set aside for an open checkout
 */
public record Wallet(Money recharged, Money granted, Money held) {

    public Money available() {
        return recharged.plus(granted);
    }

    public Money balance() {
        return available().plus(held);
    }
}
