package ai.whatsflow.billing.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.payment.ExpirePayments;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.billing.support.Shop;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.SettableClock;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BillingIT
class ManualPurchaseIT {

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
    private ExpirePayments expirePayments;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Party customer;
    private String packageId;

    @BeforeEach
    void aCustomer() {
        customer = accounts.customer();
        packageId = shop.packageAt("2000.00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void cashConfirmedByTheOwnerActivatesTheSubscription() {
        String cash = shop.balance("CASH");
        ApiResponse started = shop.buy(customer, Shop.order(packageId, "CASH")).expect(201);
        assertThat(started.at("/status")).isEqualTo("PENDING");
        assertThat(shop.invoice(customer, started.at("/invoiceId")).at("/status"))
                .isEqualTo("DRAFT");

        ApiResponse confirmed =
                shop.confirm(accounts.owner(), started.at("/paymentId")).expect(200);

        assertThat(confirmed.at("/status")).isEqualTo("SUCCESS");
        assertThat(confirmed.at("/confirmedBy"))
                .isEqualTo(accounts.owner().userId().toString());
        assertThat(shop.purchase(customer, started.at("/purchaseId")).at("/status"))
                .isEqualTo("PAID");
        assertThat(shop.subscription(customer).at("/status")).isEqualTo("ACTIVE");
        assertThat(new java.math.BigDecimal(shop.balance("CASH")).subtract(new java.math.BigDecimal(cash)))
                .isEqualByComparingTo("2000.00");
        shop.assertBooksBalance();
    }

    @Test
    void financeMayConfirmAndSupportMayNot() {
        ApiResponse started = shop.buy(customer, Shop.order(packageId, "UPI")).expect(201);

        shop.confirm(accounts.employee("SUPPORT_ADMIN"), started.at("/paymentId"))
                .expectProblem(403, "forbidden");
        shop.confirm(accounts.employee("FINANCE_ADMIN"), started.at("/paymentId"))
                .expect(200);
    }

    @Test
    void settlesOnceWhenEightConfirmAtTheSameMoment() {
        ApiResponse started = shop.buy(customer, Shop.order(packageId, "BANK")).expect(201);

        List<Integer> statuses = Race.of(
                8, i -> shop.confirm(accounts.owner(), started.at("/paymentId")).status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(409);
        assertThat(events.await("billing.payment", event -> event.key().equals(started.at("/paymentId")), 1))
                .hasSize(1);
        assertThat(events.await("billing.invoice", event -> event.key().equals(started.at("/invoiceId")), 2))
                .hasSize(2);
        assertThat(jdbc.sql("SELECT count(*) FROM ledger_entries WHERE kind = 'PURCHASE' AND reference = ?::uuid")
                        .param(started.at("/paymentId"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        shop.assertBooksBalance();
    }

    @Test
    void nobodyConfirmsAPaymentOfTheOwnAccount() {
        Party dealer = accounts.subDealer();
        ApiResponse recharge = shop.recharge(dealer, "100.00", "CASH").expect(201);
        ApiResponse purchase = shop.buy(customer, Shop.order(packageId, "CASH")).expect(201);

        shop.confirm(dealer, recharge.at("/paymentId")).expectProblem(403, "own-payment");
        shop.confirm(customer, purchase.at("/paymentId")).expectProblem(403, "forbidden");
        assertThat(shop.walletOf(dealer)).isEqualTo("0.00 available, 0.00 held, 0.00 granted");
    }

    @Test
    void aGatewayPaymentIsNotConfirmedByHand() {
        ApiResponse started =
                shop.buy(customer, Shop.order(packageId, "GATEWAY")).expect(201);

        shop.confirm(accounts.owner(), started.at("/paymentId")).expectProblem(409, "payment-not-manual");
    }

    @Test
    void aSupersededPaymentIsNotConfirmed() {
        ApiResponse first = shop.buy(customer, Shop.order(packageId, "CASH")).expect(201);
        ApiResponse second = shop.buy(customer, Shop.order(packageId, "BANK")).expect(201);

        shop.confirm(accounts.owner(), first.at("/paymentId")).expectProblem(409, "payment-not-pending");
        shop.confirm(accounts.owner(), second.at("/paymentId")).expect(200);
    }

    @Test
    void anotherBuyerOfAWalletFindsItSpent() {
        shop.fill(customer, "2000.00");

        List<ApiResponse> answers = Race.of(2, i -> shop.buy(customer, Shop.order(packageId, "WALLET")));

        assertThat(answers).extracting(ApiResponse::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers)
                .anySatisfy(answer -> assertThat(answer.at("/status")).isEqualTo("PAID"));
        assertThat(shop.walletOf(customer)).isEqualTo("0.00 available, 0.00 held, 0.00 granted");
        shop.assertBooksBalance();
    }

    @Test
    void grantedCreditIsSpentFirst() {
        shop.fill(customer, "1500.00");
        shop.grant(customer, "800.00");

        ApiResponse bought = shop.buy(customer, Shop.order(packageId, "WALLET")).expect(201);

        ApiResponse invoice = shop.invoice(customer, bought.at("/invoiceId"));
        assertThat(invoice.at("/allocations/0/source")).isEqualTo("GRANTED_CREDIT");
        assertThat(invoice.at("/allocations/0/amount/amount")).isEqualTo("800.00");
        assertThat(invoice.at("/allocations/1/source")).isEqualTo("RECHARGED_CREDIT");
        assertThat(invoice.at("/allocations/1/amount/amount")).isEqualTo("1200.00");
        assertThat(shop.walletOf(customer)).isEqualTo("300.00 available, 0.00 held, 0.00 granted");
        assertThat(events.await(
                                "billing.invoice",
                                event -> event.key().equals(bought.at("/invoiceId"))
                                        && event.type().endsWith("paid.v1"),
                                1)
                        .getFirst()
                        .payload()
                        .at("/collected/amount")
                        .asString())
                .isEqualTo("1200.00");
    }

    @Test
    void refusesWhatCannotBePaid() {
        Map<String, Object> tooMuchCredit = Shop.order(packageId, "CASH");
        tooMuchCredit.put("walletAmount", Shop.money("2000.01"));
        Map<String, Object> otherCurrency = Shop.order(packageId, "CASH");
        otherCurrency.put("walletAmount", Map.of("amount", "1.00", "currency", "USD"));
        Map<String, Object> noPayer = Shop.order(packageId, "GATEWAY");
        noPayer.remove("payer");

        shop.buy(customer, Shop.order(packageId, "WALLET")).expectProblem(409, "wallet-insufficient");
        shop.buy(customer, tooMuchCredit).expectProblem(422, "invalid");
        shop.buy(customer, otherCurrency).expectProblem(422, "invalid");
        assertThat(shop.buy(customer, noPayer).expectProblem(422, "invalid").at("/errors/0/pointer"))
                .isEqualTo("/payer");
        shop.buy(accounts.customer("USD"), Shop.order(packageId, "CASH")).expectProblem(422, "currency-mismatch");
        shop.buy(accounts.subDealer(), Shop.order(packageId, "CASH")).expectProblem(422, "not-a-customer");
        shop.buy(customer, Shop.order(UUID.randomUUID().toString(), "CASH")).expectProblem(404, "package-unknown");
        assertThat(count("purchases")).isZero();
        assertThat(count("payments")).isZero();
    }

    @Test
    void aWalletIsSpentByItsOwnAccountOnly() {
        Party dealer = accounts.subDealer();
        Party below = accounts.customerOf(dealer);
        shop.fill(below, "2000.00");
        Map<String, Object> order = Shop.order(packageId, "WALLET");
        order.put("accountId", below.accountId());

        shop.buy(dealer, order).expectProblem(403, "wallet-not-yours");
    }

    @Test
    void givesUpACashPaymentThatNobodyConfirmsInAWeek() {
        shop.fill(customer, "500.00");
        Map<String, Object> order = Shop.order(packageId, "CASH");
        order.put("walletAmount", Shop.money("500.00"));
        ApiResponse started = shop.buy(customer, order).expect(201);

        clock.advance(Duration.ofDays(6));
        expirePayments.expire();
        assertThat(shop.purchase(customer, started.at("/purchaseId")).at("/status"))
                .isEqualTo("PENDING");
        clock.advance(Duration.ofDays(2));
        expirePayments.expire();

        assertThat(shop.purchase(customer, started.at("/purchaseId")).at("/status"))
                .isEqualTo("EXPIRED");
        assertThat(shop.walletOf(customer)).isEqualTo("500.00 available, 0.00 held, 0.00 granted");
        shop.confirm(accounts.owner(), started.at("/paymentId")).expectProblem(409, "payment-not-pending");
    }

    @Test
    void repeatsTheAnswerForARepeatedKeyAndRefusesAnotherBody() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> order = Shop.order(packageId, "GATEWAY");

        ApiResponse first = shop.buy(customer, order, key).expect(201);
        ApiResponse again = shop.buy(customer, order, key).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        shop.buy(customer, Shop.order(packageId, "CASH"), key).expectProblem(422, "idempotency-key-reused");
        api.post("/api/v1/purchases", tokens.user(customer), order).expectProblem(400, "idempotency-key-required");
        assertThat(count("purchases")).isEqualTo(1);
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE account_id = ?")
                .param(customer.accountId())
                .query(Integer.class)
                .single();
    }
}
