package ai.whatsflow.voucher.messaging;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/** A voucher's value belongs to an account now. */
record VoucherRedeemedV1(
        UUID redemptionId, UUID voucherId, UUID batchId, String type, UUID accountId, Money value, Instant redeemedAt) {
    static final String TOPIC = "voucher.redemption";
    static final String TYPE = "voucher.redemption.redeemed.v1";
}
