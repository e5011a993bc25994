package ai.whatsflow.billing.messaging;

import ai.whatsflow.platform.money.Money;
import java.util.UUID;

/** What billing reads of {@code payout.commission}. */
record CommissionV1(UUID commissionId, UUID subDealerId, Money amount) {

    static final String TOPIC = "payout.commission";
    static final String ACCRUED = "payout.commission.accrued.v1";
}
