package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.payout.PayoutType;
import ai.whatsflow.platform.money.Money;
import java.util.UUID;

/** What billing reads of {@code payout.payout}. */
record PayoutV1(UUID payoutId, UUID subDealerId, Money amount, PayoutType type) {

    static final String TOPIC = "payout.payout";
    static final String PAID = "payout.payout.paid.v1";
}
