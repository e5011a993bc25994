package ai.whatsflow.voucher.redemption.web;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.voucher.redemption.Redemption;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

@Schema(name = "Redemption")
record RedemptionView(UUID redemptionId, UUID batchId, UUID accountId, Money value, Instant redeemedAt) {
    static RedemptionView of(Redemption redemption) {
        return new RedemptionView(
                redemption.id(),
                redemption.batchId(),
                redemption.accountId(),
                redemption.value(),
                redemption.redeemedAt());
    }
}
