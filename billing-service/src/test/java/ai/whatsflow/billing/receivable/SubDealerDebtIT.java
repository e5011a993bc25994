package ai.whatsflow.billing.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.billing.support.Shop;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BillingIT
class SubDealerDebtIT {

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

    private Party dealer;
    private Party customer;
    private String packageId;

    @BeforeEach
    void aDealerWithACustomer() {
        dealer = accounts.subDealer();
        customer = accounts.customerOf(dealer);
        packageId = shop.packageAt("1000.00");
    }

    @Test
    void whatASubDealerConfirmsItOwesUntilItRecharges() {
        limit("2500.00");
        ApiResponse first = confirmed(customer);
        ApiResponse second = confirmed(accounts.customerOf(dealer));
        ApiResponse third = buyFor(customer);

        shop.confirm(dealer, third.at("/paymentId")).expectProblem(409, "credit-limit-exceeded");

        assertThat(owed()).isEqualTo("2000.00");
        ApiResponse invoice = shop.invoice(dealer, first.at("/invoiceId"));
        assertThat(invoice.at("/heldBy")).isEqualTo(dealer.accountId().toString());
        assertThat(invoice.at("/cleared")).isEqualTo("false");
        assertThat(paid(first).payload().at("/heldBy").asString())
                .isEqualTo(dealer.accountId().toString());

        shop.fill(dealer, "1500.00");

        assertThat(owed()).isEqualTo("500.00");
        assertThat(shop.invoice(dealer, first.at("/invoiceId")).at("/cleared")).isEqualTo("true");
        assertThat(shop.invoice(dealer, second.at("/invoiceId")).at("/cleared")).isEqualTo("false");
        awaitCleared(first);

        shop.fill(dealer, "700.00");

        assertThat(owed()).isEqualTo("0.00");
        awaitCleared(second);
        assertThat(shop.walletOf(dealer)).isEqualTo("200.00 available, 0.00 held, 0.00 granted");
        shop.assertBooksBalance();
    }

    @Test
    void aPrepaidWalletStandsForTheMoneyAtOnce() {
        shop.fill(dealer, "1000.00");

        ApiResponse bought = confirmed(customer);

        assertThat(shop.walletOf(dealer)).isEqualTo("0.00 available, 0.00 held, 0.00 granted");
        assertThat(shop.invoice(customer, bought.at("/invoiceId")).at("/cleared"))
                .isEqualTo("true");
        assertThat(owed()).isEqualTo("0.00");
    }

    @Test
    void grantedCreditStandsForNobodysMoney() {
        shop.grant(dealer, "5000.00");

        shop.confirm(dealer, buyFor(customer).at("/paymentId")).expectProblem(409, "credit-limit-exceeded");

        assertThat(shop.walletOf(dealer)).isEqualTo("5000.00 available, 0.00 held, 5000.00 granted");
    }

    @Test
    void theLimitHoldsWhenManyAreConfirmedAtOnce() {
        limit("3000.00");
        List<String> payments = java.util.stream.Stream.generate(() -> accounts.customerOf(dealer))
                .limit(6)
                .map(each -> shop.buy(each, Shop.order(packageId, "CASH"))
                        .expect(201)
                        .at("/paymentId"))
                .toList();

        List<Integer> statuses =
                Race.of(6, i -> shop.confirm(dealer, payments.get(i)).status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(3);
        assertThat(owed()).isEqualTo("3000.00");
        shop.assertBooksBalance();
    }

    @Test
    void anInvoicePaidFromAWalletThatASubDealerFilledIsHeldToo() {
        limit("1000.00");
        String recharge = shop.recharge(customer, "1000.00", "CASH").expect(201).at("/paymentId");
        shop.confirm(dealer, recharge).expect(200);

        ApiResponse bought = shop.buy(customer, Shop.order(packageId, "WALLET")).expect(201);

        assertThat(paid(bought).payload().at("/cleared").asBoolean(true)).isFalse();
        assertThat(paid(bought).payload().at("/heldBy").asString())
                .isEqualTo(dealer.accountId().toString());
        shop.fill(dealer, "1000.00");
        awaitCleared(bought);
    }

    @Test
    void reachesOnlyItsOwnCustomers() {
        Party stranger = accounts.customerOf(accounts.subDealer());
        ApiResponse foreign = shop.buy(stranger, Shop.order(packageId, "CASH")).expect(201);
        Map<String, Object> order = Shop.order(packageId, "CASH");
        order.put("accountId", stranger.accountId());

        shop.confirm(dealer, foreign.at("/paymentId")).expectProblem(404, "not-found");
        shop.buy(dealer, order).expectProblem(404, "not-found");
        for (String path : List.of(
                "/api/v1/payments/" + foreign.at("/paymentId"),
                "/api/v1/purchases/" + foreign.at("/purchaseId"),
                "/api/v1/invoices/" + foreign.at("/invoiceId"),
                "/api/v1/wallet?accountId=" + stranger.accountId(),
                "/api/v1/subscription?accountId=" + stranger.accountId())) {
            api.get(path, tokens.user(dealer)).expectProblem(404, "not-found");
            api.get(path, tokens.user(customer)).expectProblem(404, "not-found");
        }
        buyFor(customer);
        assertThat(api.get("/api/v1/payments?limit=200", tokens.user(dealer)).text())
                .contains(customer.accountId().toString())
                .doesNotContain(stranger.accountId().toString());
        assertThat(api.get("/api/v1/payments?accountId=" + stranger.accountId(), tokens.user(dealer))
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(api.get("/api/v1/invoices?limit=200", tokens.user(dealer)).text())
                .doesNotContain(stranger.accountId().toString());
    }

    @Test
    void creditLimitsAreTheOwners() {
        String path = "/api/v1/credit-limits/" + dealer.accountId();
        Map<String, Object> limit = Map.of("limit", Shop.money("1.00"));

        api.put(path, tokens.user(dealer), limit).expectProblem(403, "forbidden");
        api.get(path, tokens.user(dealer)).expectProblem(403, "forbidden");
        api.put(path, tokens.user(accounts.employee("FINANCE_ADMIN")), limit).expect(200);
        api.put(path, tokens.user(accounts.owner()), Map.of("limit", Shop.money("-1.00")))
                .expectProblem(422, "invalid");
        api.put("/api/v1/credit-limits/" + customer.accountId(), tokens.user(accounts.owner()), limit)
                .expectProblem(404, "not-found");
    }

    private ApiResponse confirmed(Party buyer) {
        ApiResponse started = shop.buy(buyer, Shop.order(packageId, "CASH")).expect(201);
        shop.confirm(dealer, started.at("/paymentId")).expect(200);
        return started;
    }

    private ApiResponse buyFor(Party buyer) {
        Map<String, Object> order = Shop.order(packageId, "CASH");
        order.put("accountId", buyer.accountId());
        return shop.buy(dealer, order).expect(201);
    }

    private void limit(String amount) {
        api.put(
                        "/api/v1/credit-limits/" + dealer.accountId(),
                        tokens.user(accounts.owner()),
                        Map.of("limit", Shop.money(amount)))
                .expect(200);
    }

    private String owed() {
        return api.get("/api/v1/credit-limits/" + dealer.accountId(), tokens.user(accounts.owner()))
                .expect(200)
                .at("/owed/amount");
    }

    private PublishedEvent paid(ApiResponse bought) {
        return events.await(
                        "billing.invoice",
                        event -> event.key().equals(bought.at("/invoiceId"))
                                && event.type().equals("billing.invoice.paid.v1"),
                        1)
                .getFirst();
    }

    private void awaitCleared(ApiResponse bought) {
        List<PublishedEvent> cleared = events.await(
                "billing.invoice",
                event -> event.key().equals(bought.at("/invoiceId"))
                        && event.type().equals("billing.invoice.cleared.v1"),
                1);
        assertThat(cleared).hasSize(1);
    }
}
