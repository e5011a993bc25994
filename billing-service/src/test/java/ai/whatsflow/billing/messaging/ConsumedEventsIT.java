package ai.whatsflow.billing.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.billing.support.Shop;
import ai.whatsflow.billing.voucher.PlaceSuspense;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BillingIT
class ConsumedEventsIT {

    @Autowired
    private Shop shop;

    @Autowired
    private ApiClient api;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestEvents events;

    @Autowired
    private PlaceSuspense placeSuspense;

    @Test
    void aRedemptionCreditsOnceHoweverOftenItIsDelivered() {
        Party customer = accounts.customer();
        UUID redemption = UUID.randomUUID();
        Map<String, Object> payload = Shop.redemption(redemption, customer, "500.00");
        UUID event = UUID.randomUUID();

        for (UUID id : List.of(event, event, event, UUID.randomUUID())) {
            redeemed(id, redemption, payload);
        }
        shop.grant(customer, "1.00");

        Await.until(
                "both are credited",
                () -> shop.walletOf(customer).equals("501.00 available, 0.00 held, 501.00 granted"));
        shop.grant(customer, "1.00");
        assertThat(shop.walletOf(customer)).isEqualTo("502.00 available, 0.00 held, 502.00 granted");
        shop.assertBooksBalance();
    }

    @Test
    void aRedemptionOfAnUnknownAccountWaitsInSuspense() {
        UUID unknown = UUID.randomUUID();
        Party nobody = new Party(UUID.randomUUID(), unknown, "CUSTOMER", List.of(unknown));
        shop.grant(nobody, "70.00");
        assertThat(shop.balance("SUSPENSE", nobody)).isEqualTo("-70.00");
        placeSuspense.place();
        assertThat(shop.balance("SUSPENSE", nobody)).isEqualTo("-70.00");

        Party owner = accounts.owner();
        Map<String, Object> account = new HashMap<>();
        account.put("accountId", unknown);
        account.put("version", 1);
        account.put("tier", "CUSTOMER");
        account.put("name", "Late");
        account.put("parentId", owner.accountId());
        account.put("path", List.of(owner.accountId(), unknown));
        account.put("status", "ACTIVE");
        account.put("currency", "LKR");
        account.put("timeZone", "Asia/Colombo");
        account.put("registeredAt", Instant.now());
        events.awaitRead(
                events.publish("identity.account", unknown.toString(), "identity.account.registered.v1", account));
        placeSuspense.place();
        placeSuspense.place();

        assertThat(shop.balance("SUSPENSE", nobody)).isEqualTo("0.00");
        assertThat(shop.balance("WALLET_GRANTED", nobody)).isEqualTo("-70.00");
        shop.assertBooksBalance();
    }

    @Test
    void aBatchIsALiabilityUntilItIsRedeemed() {
        BigDecimal liability = new BigDecimal(shop.balance("VOUCHER_LIABILITY"));
        UUID batch = UUID.randomUUID();
        Map<String, Object> payload = Map.of(
                "batchId",
                batch,
                "version",
                2,
                "type",
                "CREDIT",
                "count",
                100,
                "value",
                Shop.money("25.00"),
                "issuedBy",
                UUID.randomUUID(),
                "at",
                "2026-11-21T10:15:30Z");

        events.publish("voucher.batch", batch.toString(), "voucher.batch.issued.v1", payload);
        events.publish("voucher.batch", batch.toString(), "voucher.batch.issued.v1", payload);
        Await.until("the batch is booked", () -> shop.isBooked("VOUCHER_ISSUE", batch));
        assertThat(new BigDecimal(shop.balance("VOUCHER_LIABILITY")).subtract(liability))
                .isEqualByComparingTo("-2500.00");
        shop.grant(accounts.customer(), "25.00");

        assertThat(new BigDecimal(shop.balance("VOUCHER_LIABILITY")).subtract(liability))
                .isEqualByComparingTo("-2475.00");
    }

    @Test
    void commissionsAndPayoutsReachTheBooks() {
        Party dealer = accounts.subDealer();
        UUID commission = UUID.randomUUID();
        String bank = shop.balance("BANK");
        for (int i = 0; i < 2; i++) {
            events.publish(
                    "payout.commission",
                    commission.toString(),
                    "payout.commission.accrued.v1",
                    Map.of(
                            "commissionId", commission,
                            "subDealerId", dealer.accountId(),
                            "amount", Shop.money("450.00")));
        }
        Await.until("the commission is booked", () -> shop.isBooked("COMMISSION", commission));
        assertThat(shop.balance("COMMISSION_PAYABLE", dealer)).isEqualTo("-450.00");

        payOut(dealer, "BANK_TRANSFER", "300.00");
        payOut(dealer, "CREDIT", "150.00");

        assertThat(shop.balance("COMMISSION_PAYABLE", dealer)).isEqualTo("0.00");
        assertThat(new BigDecimal(shop.balance("BANK")).subtract(new BigDecimal(bank)))
                .isEqualByComparingTo("-300.00");
        assertThat(shop.walletOf(dealer)).isEqualTo("150.00 available, 0.00 held, 0.00 granted");
        shop.assertBooksBalance();
    }

    @Test
    void aPayoutAsCreditPaysWhatTheSubDealerOwesFirst() {
        Party dealer = accounts.subDealer();
        Party customer = accounts.customerOf(dealer);
        api.put(
                        "/api/v1/credit-limits/" + dealer.accountId(),
                        tokens.user(accounts.owner()),
                        Map.of("limit", Shop.money("1000.00")))
                .expect(200);
        String payment = shop.recharge(customer, "100.00", "CASH").expect(201).at("/paymentId");
        shop.confirm(dealer, payment).expect(200);
        assertThat(shop.balance("SUBDEALER_RECEIVABLE", dealer)).isEqualTo("100.00");

        payOut(dealer, "CREDIT", "130.00");

        assertThat(shop.balance("SUBDEALER_RECEIVABLE", dealer)).isEqualTo("0.00");
        assertThat(shop.walletOf(dealer)).isEqualTo("30.00 available, 0.00 held, 0.00 granted");
    }

    private void redeemed(UUID id, UUID redemption, Object payload) {
        events.publish(id, RedemptionV1.TOPIC, redemption.toString(), RedemptionV1.REDEEMED, payload);
    }

    private void payOut(Party dealer, String type, String amount) {
        UUID payout = UUID.randomUUID();
        events.publish(
                PayoutV1.TOPIC,
                payout.toString(),
                PayoutV1.PAID,
                Map.of(
                        "payoutId",
                        payout,
                        "version",
                        3,
                        "subDealerId",
                        dealer.accountId(),
                        "amount",
                        Shop.money(amount),
                        "type",
                        type,
                        "status",
                        "PAID",
                        "at",
                        "2026-11-21T11:10:00Z"));
        Await.until("the payout is booked", () -> shop.isBooked("PAYOUT", payout));
    }
}
