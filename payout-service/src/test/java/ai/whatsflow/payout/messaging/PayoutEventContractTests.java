package ai.whatsflow.payout.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.payout.commission.Commission;
import ai.whatsflow.payout.commission.CommissionStatus;
import ai.whatsflow.payout.commission.PaidInvoice;
import ai.whatsflow.payout.payout.Payout;
import ai.whatsflow.payout.payout.PayoutStatus;
import ai.whatsflow.payout.payout.PayoutType;
import ai.whatsflow.payout.plan.CommissionRate;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.money.MoneyJacksonModule;
import ai.whatsflow.platform.test.EventContracts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PayoutEventContractTests {
    private static final UUID DEALER = UUID.fromString("019aa5f0-1c00-7a10-8000-0000000000a2");

    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new MoneyJacksonModule()).build();

    @Test
    void writesAnAccrualAsTheExampleShows() {
        Instant accrued = Instant.parse("2026-11-21T10:25:00Z");
        Commission commission = new Commission(
                UUID.fromString("019aa5f0-5000-7a10-8000-0000000000d1"),
                DEALER,
                UUID.fromString("019aa5f0-1c00-7a10-8000-0000000000a3"),
                UUID.fromString("019aa5f0-3000-7a10-8000-0000000000f1"),
                Money.of("4500.00", "LKR"),
                new CommissionRate(new BigDecimal("10.00")),
                Money.of("450.00", "LKR"),
                CommissionStatus.PAYABLE,
                accrued,
                null,
                null,
                accrued,
                accrued);

        EventContracts.assertEqualsExample(
                CommissionAccruedV1.TYPE, OutboxCommissionAnnouncer.payload(commission), mapper);
    }

    @Test
    void writesEachStatusOfAPayoutAsItsExampleShows() {
        assertWritten(payout(PayoutStatus.PENDING, 1, null), PayoutV1.TYPE_REQUESTED);
        assertWritten(payout(PayoutStatus.APPROVED, 2, null), PayoutV1.TYPE_APPROVED);
        assertWritten(payout(PayoutStatus.PAID, 3, "TRF-20261121-0042"), PayoutV1.TYPE_PAID);
        assertWritten(payout(PayoutStatus.REJECTED, 2, null), PayoutV1.TYPE_REJECTED);
    }

    @Test
    void readsAPaidInvoiceAsBillingWritesIt() {
        JsonNode example = EventContracts.example(InvoicePaidV1.TYPE);
        PaidInvoice invoice = EventContracts.exampleAs(InvoicePaidV1.TYPE, InvoicePaidV1.class, mapper)
                .invoice();

        assertThat(invoice.invoiceId()).hasToString(example.get("invoiceId").asString());
        assertThat(invoice.accountId()).hasToString(example.get("accountId").asString());
        assertThat(invoice.accountPath()).isNotEmpty().last().isEqualTo(invoice.accountId());
        assertThat(invoice.collected().amount())
                .isEqualTo(example.at("/collected/amount").asString());
        assertThat(invoice.paidAt()).isEqualTo(example.get("paidAt").asString());
        assertThat(invoice.cleared()).isEqualTo(example.get("cleared").asBoolean());
    }

    @Test
    void readsAClearedInvoiceAsBillingWritesIt() {
        JsonNode example = EventContracts.example(InvoiceClearedV1.TYPE);
        InvoiceClearedV1 cleared = EventContracts.exampleAs(InvoiceClearedV1.TYPE, InvoiceClearedV1.class, mapper);

        assertThat(cleared.invoiceId()).hasToString(example.get("invoiceId").asString());
        assertThat(cleared.clearedAt()).isEqualTo(example.get("clearedAt").asString());
    }

    private void assertWritten(Payout payout, String type) {
        assertThat(OutboxPayoutAnnouncer.type(payout.status())).isEqualTo(type);
        EventContracts.assertEqualsExample(type, OutboxPayoutAnnouncer.payload(payout), mapper);
    }

    private static Payout payout(PayoutStatus status, long version, @Nullable String reference) {
        UUID owner = UUID.fromString("019aa5f0-1c00-7a10-8000-0000000000c1");
        boolean open = status == PayoutStatus.PENDING;
        boolean closed = status == PayoutStatus.PAID || status == PayoutStatus.REJECTED;
        return new Payout(
                UUID.fromString("019aa5f0-6000-7a10-8000-0000000000e1"),
                version,
                DEALER,
                Money.of("450.00", "LKR"),
                PayoutType.BANK_TRANSFER,
                status,
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z"),
                1,
                UUID.fromString("019aa5f0-1c00-7a10-8000-0000000000c2"),
                Instant.parse("2026-11-21T11:00:00Z"),
                open ? null : owner,
                open ? null : Instant.parse("2026-11-21T11:05:00Z"),
                closed ? owner : null,
                closed ? Instant.parse("2026-11-21T11:10:00Z") : null,
                reference,
                null);
    }
}
