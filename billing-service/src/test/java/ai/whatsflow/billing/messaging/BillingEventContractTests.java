package ai.whatsflow.billing.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.invoice.Allocations;
import ai.whatsflow.billing.invoice.Invoice;
import ai.whatsflow.billing.invoice.InvoiceStatus;
import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentStatus;
import ai.whatsflow.billing.payment.PaymentType;
import ai.whatsflow.billing.payout.PayoutType;
import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import ai.whatsflow.billing.subscription.Offer;
import ai.whatsflow.billing.subscription.Period;
import ai.whatsflow.billing.subscription.Subscription;
import ai.whatsflow.billing.subscription.SubscriptionCycle;
import ai.whatsflow.billing.subscription.SubscriptionStatus;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.money.MoneyJacksonModule;
import ai.whatsflow.platform.test.EventContracts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BillingEventContractTests {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new MoneyJacksonModule()).build();
    private static final UUID DEALER = UUID.fromString("0199f3a0-1111-7000-8000-000000000002");
    private static final UUID CUSTOMER = UUID.fromString("0199f3a0-1111-7000-8000-000000000003");
    private static final List<UUID> PATH =
            List.of(UUID.fromString("0199f3a0-1111-7000-8000-000000000001"), DEALER, CUSTOMER);
    private static final UUID PAYMENT = UUID.fromString("0199f3a0-3333-7000-8000-000000000001");
    private static final UUID INVOICE = UUID.fromString("0199f3a0-4444-7000-8000-000000000001");
    private static final UUID SUBSCRIPTION = UUID.fromString("0199f3a0-5555-7000-8000-000000000001");
    private static final UUID PACKAGE = UUID.fromString("0199f3a0-6666-7000-8000-000000000001");
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Offer TRIAL = new Offer(
            null,
            null,
            "Trial",
            "trial",
            SubscriptionCycle.TRIAL,
            new Limits(1, 1000, 100, 10, 5),
            new Features(true, true, true, false));
    private static final Period TRIAL_PERIOD =
            new Period(Instant.parse("2026-01-05T08:30:00Z"), Instant.parse("2026-01-12T08:30:00Z"));

    @Test
    void producesPaymentSucceeded() {
        produces(PaymentV1.SUCCEEDED, PaymentV1.of(payment(PaymentStatus.SUCCESS, NINE, null)));
    }

    @Test
    void producesPaymentFailed() {
        produces(PaymentV1.FAILED, PaymentV1.of(payment(PaymentStatus.FAILED, null, "declined by PayHere")));
    }

    @Test
    void producesSubscriptionStarted() {
        produces(
                SubscriptionV1.STARTED,
                SubscriptionV1.of(subscription(
                        1, SubscriptionStatus.TRIALING, TRIAL, TRIAL_PERIOD, Instant.parse("2026-01-05T08:30:01Z"))));
    }

    @Test
    void producesSubscriptionChanged() {
        Offer paid = new Offer(
                PACKAGE,
                2,
                "Business Plus",
                "business-plus",
                SubscriptionCycle.MONTHLY,
                new Limits(5, null, 20_000, 500, 50),
                new Features(true, true, true, true));
        Period period = new Period(Instant.parse("2026-01-04T18:30:00Z"), Instant.parse("2026-03-04T18:30:00Z"));
        produces(
                SubscriptionV1.CHANGED,
                SubscriptionV1.of(subscription(
                        3, SubscriptionStatus.ACTIVE, paid, period, Instant.parse("2026-01-20T09:00:00Z"))));
    }

    @Test
    void producesSubscriptionExpired() {
        produces(
                SubscriptionV1.EXPIRED,
                SubscriptionV1.of(subscription(
                        2, SubscriptionStatus.EXPIRED, TRIAL, TRIAL_PERIOD, Instant.parse("2026-01-12T08:30:05Z"))));
    }

    @Test
    void producesInvoiceIssued() {
        produces(InvoiceIssuedV1.TYPE, InvoiceIssuedV1.of(invoice(2, InvoiceStatus.ISSUED, null)));
    }

    @Test
    void producesInvoicePaid() {
        produces(InvoicePaidV1.TYPE, InvoicePaidV1.of(invoice(3, InvoiceStatus.PAID, null)));
    }

    @Test
    void producesInvoiceCleared() {
        produces(
                InvoiceClearedV1.TYPE,
                InvoiceClearedV1.of(invoice(4, InvoiceStatus.PAID, Instant.parse("2026-01-09T11:00:00Z"))));
    }

    @Test
    void readsAccounts() {
        for (String fact : List.of("registered", "suspended", "reinstated")) {
            AccountV1 account = reads("identity.account." + fact + ".v1", AccountV1.class);
            assertThat(AccountV1.TYPES).contains("identity.account." + fact + ".v1");
            assertThat(account.subscriber().accountId())
                    .isEqualTo(account.path().getLast());
        }
    }

    @Test
    void readsRedemptions() {
        RedemptionV1 redemption = reads(RedemptionV1.REDEEMED, RedemptionV1.class);
        assertThat(redemption.isCredit()).isTrue();
        assertThat(redemption.value().isPositive()).isTrue();
    }

    @Test
    void readsBatches() {
        BatchV1 batch = reads(BatchV1.ISSUED, BatchV1.class);
        assertThat(batch.isCredit()).isTrue();
        assertThat(batch.count()).isPositive();
    }

    @Test
    void readsCommissions() {
        assertThat(reads(CommissionV1.ACCRUED, CommissionV1.class).amount().isPositive())
                .isTrue();
    }

    @Test
    void readsPayouts() {
        assertThat(reads(PayoutV1.PAID, PayoutV1.class).type()).isIn((Object[]) PayoutType.values());
    }

    private static void produces(String type, Object payload) {
        EventContracts.assertEqualsExample(type, payload, MAPPER);
    }

    private static <T> T reads(String type, Class<T> record) {
        return EventContracts.exampleAs(type, record, MAPPER);
    }

    private static Payment payment(PaymentStatus status, @Nullable Instant settledAt, @Nullable String reason) {
        return new Payment(
                PAYMENT,
                CUSTOMER,
                PATH,
                PaymentType.PURCHASE,
                PaymentMethod.GATEWAY,
                "PAYHERE",
                "320025071278",
                lkr("4500.00"),
                status,
                INVOICE,
                null,
                null,
                null,
                reason,
                0,
                null,
                NINE,
                NINE,
                settledAt);
    }

    private static Subscription subscription(
            long version, SubscriptionStatus status, Offer offer, Period period, Instant at) {
        return new Subscription(
                SUBSCRIPTION,
                CUSTOMER,
                PATH,
                version,
                status,
                offer,
                Currency.getInstance("LKR"),
                ZoneId.of("Asia/Colombo"),
                5,
                period,
                at);
    }

    private static Invoice invoice(long version, InvoiceStatus status, @Nullable Instant clearedAt) {
        return new Invoice(
                INVOICE,
                CUSTOMER,
                PATH,
                version,
                status,
                "WF-2026-000042",
                lkr("5000.00"),
                lkr("0.00"),
                List.of(),
                Allocations.of(lkr("500.00"), lkr("0.00"), lkr("4500.00"), PaymentMethod.CASH, PAYMENT)
                        .parts(),
                NINE,
                NINE,
                NINE,
                DEALER,
                clearedAt != null,
                clearedAt);
    }

    private static Money lkr(String amount) {
        return Money.of(amount, "LKR");
    }
}
