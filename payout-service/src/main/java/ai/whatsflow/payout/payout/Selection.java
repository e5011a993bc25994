package ai.whatsflow.payout.payout;

import ai.whatsflow.platform.money.Money;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picks whole commissions, oldest first. */
sealed interface Selection {
    record Picked(List<PayableCommission> commissions, Money total) implements Selection {}

    record Missed(Money below, Money above) implements Selection {}

    record TooMuch(Money payable) implements Selection {}

    /** @param wanted null for all of them */
    static Selection of(List<PayableCommission> oldestFirst, Currency currency, @Nullable Money wanted) {
        Money total = Money.zero(currency);
        for (int i = 0; i < oldestFirst.size(); i++) {
            if (wanted != null && i > 0 && total.equals(wanted)) {
                return new Picked(oldestFirst.subList(0, i), total);
            }
            Money next = total.plus(oldestFirst.get(i).amount());
            if (wanted != null && next.compareTo(wanted) > 0) {
                return new Missed(total, next);
            }
            total = next;
        }
        return wanted == null || total.equals(wanted) ? new Picked(oldestFirst, total) : new TooMuch(total);
    }
}
