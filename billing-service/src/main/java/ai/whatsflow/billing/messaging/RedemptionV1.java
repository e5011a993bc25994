package ai.whatsflow.billing.messaging;

import ai.whatsflow.platform.money.Money;
import java.util.UUID;

/** What billing reads of {@code voucher.redemption}. */
record RedemptionV1(UUID redemptionId, String type, UUID accountId, Money value) {

    static final String TOPIC = "voucher.redemption";
    static final String REDEEMED = "voucher.redemption.redeemed.v1";

    boolean isCredit() {
        return type.equals("CREDIT");
    }
}
