package ai.whatsflow.billing.messaging;

import ai.whatsflow.platform.money.Money;
import java.util.UUID;

/** What billing reads of {@code voucher.batch}. */
record BatchV1(UUID batchId, String type, long count, Money value) {

    static final String TOPIC = "voucher.batch";
    static final String ISSUED = "voucher.batch.issued.v1";

    boolean isCredit() {
        return type.equals("CREDIT");
    }
}
