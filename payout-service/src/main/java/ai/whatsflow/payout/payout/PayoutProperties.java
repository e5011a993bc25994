package ai.whatsflow.payout.payout;

import ai.whatsflow.platform.money.Money;
import java.util.Currency;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param minimumAmounts least amount of a payout by currency code; any positive amount where none is named */
@ConfigurationProperties("payout.request")
public record PayoutProperties(@DefaultValue Map<String, String> minimumAmounts) {
    /** Every configured amount is read at the start, so that a bad one stops it. */
    public PayoutProperties {
        minimumAmounts = Map.copyOf(minimumAmounts);
        minimumAmounts.forEach((currency, amount) -> Money.of(amount, currency));
    }

    Money minimum(Currency currency) {
        String amount = minimumAmounts.get(currency.getCurrencyCode());
        return amount == null ? new Money(1, currency) : Money.of(amount, currency.getCurrencyCode());
    }
}
