package ai.whatsflow.voucher.messaging;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.money.MoneyJacksonModule;
import ai.whatsflow.platform.test.EventContracts;
import ai.whatsflow.voucher.batch.BatchStatus;
import ai.whatsflow.voucher.batch.VoucherBatch;
import ai.whatsflow.voucher.batch.VoucherType;
import ai.whatsflow.voucher.redemption.Redemption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VoucherEventContractTests {
    private static final UUID BATCH = UUID.fromString("019aa5f0-4000-7a10-8000-0000000000b1");

    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new MoneyJacksonModule()).build();

    @Test
    void writesAnIssuedBatchAsTheExampleShows() {
        VoucherBatch batch = new VoucherBatch(
                BATCH,
                2,
                VoucherType.CREDIT,
                BatchStatus.READY,
                500,
                500,
                Money.of("500.00", "LKR"),
                Instant.parse("2027-12-31T18:30:00Z"),
                UUID.fromString("019aa5f0-1c00-7a10-8000-0000000000c1"),
                Instant.parse("2026-11-21T10:15:00Z"),
                Instant.parse("2026-11-21T10:15:30Z"));

        EventContracts.assertEqualsExample(BatchIssuedV1.TYPE, OutboxBatchAnnouncer.payload(batch), mapper);
    }

    @Test
    void writesARedemptionAsTheExampleShows() {
        Redemption redemption = new Redemption(
                UUID.fromString("019aa5f0-4100-7a10-8000-0000000000b2"),
                UUID.fromString("019aa5f0-4000-7a10-8000-0000000000b3"),
                BATCH,
                1,
                UUID.fromString("019aa5f0-1c00-7a10-8000-0000000000a3"),
                UUID.fromString("019aa5f0-1c00-7a10-8000-0000000000c3"),
                Money.of("500.00", "LKR"),
                Instant.parse("2026-11-21T10:20:00Z"));

        EventContracts.assertEqualsExample(
                VoucherRedeemedV1.TYPE, OutboxRedemptionAnnouncer.payload(redemption), mapper);
    }
}
