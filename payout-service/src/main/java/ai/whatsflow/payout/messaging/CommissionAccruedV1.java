package ai.whatsflow.payout.messaging;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/** A sub-dealer earned a commission on a paid invoice. */
record CommissionAccruedV1(
        UUID commissionId,
        UUID subDealerId,
        UUID customerId,
        UUID invoiceId,
        Money base,
        String rate,
        Money amount,
        String status,
        Instant accruedAt) {
    static final String TOPIC = "payout.commission";
    static final String TYPE = "payout.commission.accrued.v1";
}
