package ai.whatsflow.voucher.redemption;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;

/** What became of an attempt to redeem. Only {@link Redeemed} changed anything. */
public sealed interface RedemptionOutcome {
    record Redeemed(Redemption redemption) implements RedemptionOutcome {}

    /** Unreadable or not issued by us; which of the two is nobody's business. */
    record Unknown() implements RedemptionOutcome {}

    record WrongCurrency(Currency ofVoucher, String ofAccount) implements RedemptionOutcome {}

    record Expired(Instant at) implements RedemptionOutcome {}

    record Used() implements RedemptionOutcome {}

    /** Too many unknown codes came from this account or address, or altogether. */
    record Locked(Duration left) implements RedemptionOutcome {}
}
