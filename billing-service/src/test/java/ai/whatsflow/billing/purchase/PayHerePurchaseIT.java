package ai.whatsflow.billing.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.payment.AskAgain;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.billing.support.PayHereStub;
import ai.whatsflow.billing.support.Shop;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.SettableClock;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@BillingIT
class PayHerePurchaseIT {

    private final PayHereStub payHere = PayHereStub.shared();

    @Autowired
    private Shop shop;

    @Autowired
    private ApiClient api;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestEvents events;

    @Autowired
    private AskAgain askAgain;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MeterRegistry metrics;

    private Party dealer;
    private Party customer;
    private String packageId;

    @BeforeEach
    void customerWithATrial() {
        dealer = accounts.subDealer();
        customer = accounts.customerOf(dealer);
        shop.awaitTrial(customer);
        packageId = shop.packageAt("5000.00");
    }

    @AfterEach
    void reset() {
        payHere.hang(0);
        clock.reset();
    }

    @Test
    void settlesOnceWhenTheNotificationComesThreeTimesAtOnce() {
        shop.grant(customer, "500.00");
        String clearing = shop.balance("PAYHERE_CLEARING");
        ApiResponse started = mixed("500.00");
        assertThat(shop.walletOf(customer)).isEqualTo("0.00 available, 500.00 held, 0.00 granted");
        Map<String, String> form = Shop.form(started);
        assertThat(form).containsEntry("amount", "4500.00").containsEntry("currency", "LKR");
        String paid = payHere.pay(form);

        List<HttpResponse<String>> answers = Race.of(
                3, i -> payHere.post(api.baseUrl(), payHere.notification(form, i == 1 ? "999999999999" : paid, "2")));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        });
        awaitPurchase(started, "PAID");
        assertThat(payHere.post(api.baseUrl(), payHere.notification(form, "1", "2"))
                        .statusCode())
                .isEqualTo(200);
        ApiResponse payment = shop.payment(customer, started.at("/paymentId"));
        assertThat(payment.at("/status")).isEqualTo("SUCCESS");
        assertThat(payment.at("/providerPaymentId")).isEqualTo(paid);
        assertThat(shop.walletOf(customer)).isEqualTo("0.00 available, 0.00 held, 0.00 granted");
        assertThat(minus(shop.balance("PAYHERE_CLEARING"), clearing)).isEqualTo("4500.00");
        assertInvoicePaid(started);
        assertPublishedOnce(started);
        ApiResponse subscription = shop.subscription(customer);
        assertThat(subscription.at("/status")).isEqualTo("ACTIVE");
        assertThat(subscription.at("/packageId")).isEqualTo(packageId);
        shop.assertBooksBalance();
    }

    @Test
    void creditsASecondPaymentOfOneCheckoutOnce() {
        ApiResponse started = gateway();
        Map<String, String> form = Shop.form(started);
        payHere.post(api.baseUrl(), payHere.notification(form, payHere.pay(form), "2"));
        awaitPurchase(started, "PAID");
        String clearing = shop.balance("PAYHERE_CLEARING");
        String again = payHere.payAgain(form);

        Race.of(3, i -> payHere.post(api.baseUrl(), payHere.notification(form, again, "2")));

        Await.until(
                "the second payment is credited",
                () -> shop.walletOf(customer).equals("5000.00 available, 0.00 held, 0.00 granted"));
        assertThat(minus(shop.balance("PAYHERE_CLEARING"), clearing)).isEqualTo("5000.00");
        payHere.post(api.baseUrl(), payHere.notification(form, again, "2"));
        clock.advance(Duration.ofHours(25));
        askAgain.ask();
        assertThat(shop.walletOf(customer)).isEqualTo("5000.00 available, 0.00 held, 0.00 granted");
        shop.assertBooksBalance();
    }

    @Test
    void findsASecondPaymentThatWasNeverNotified() {
        ApiResponse started = gateway();
        Map<String, String> form = Shop.form(started);
        payHere.post(api.baseUrl(), payHere.notification(form, payHere.pay(form), "2"));
        awaitPurchase(started, "PAID");
        payHere.payAgain(form);

        clock.advance(Duration.ofHours(25));
        askAgain.ask();

        assertThat(shop.walletOf(customer)).isEqualTo("5000.00 available, 0.00 held, 0.00 granted");
    }

    @Test
    void changesNothingOnAForgedNotification() {
        ApiResponse started = gateway();
        Map<String, String> form = Shop.form(started);
        Map<String, String> forged = payHere.notification(form, payHere.pay(form), "2");
        forged.put("md5sig", "00000000000000000000000000000000");
        int searches = payHere.searches();

        HttpResponse<String> answer = payHere.post(api.baseUrl(), forged);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("notification-forged");
        assertThat(payHere.post(api.baseUrl(), Map.of("order_id", "x")).statusCode())
                .isEqualTo(400);
        assertThat(payHere.searches()).isEqualTo(searches);
        assertThat(shop.purchase(customer, started.at("/purchaseId")).at("/status"))
                .isEqualTo("PENDING");
    }

    @Test
    void acceptsAnAuthenticNotificationOfAnOrderThatIsNotOurs() {
        Map<String, String> form = Map.of("order_id", "12345", "amount", "1000.00", "currency", "LKR");

        assertThat(payHere.post(api.baseUrl(), payHere.notification(form, "1", "2"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnOversizedNotification() {
        Map<String, String> form = Map.of("order_id", "12345", "amount", "1000.00", "currency", "LKR");
        Map<String, String> notice = payHere.notification(form, "x".repeat(70_000), "2");

        assertThat(payHere.post(api.baseUrl(), notice).statusCode()).isEqualTo(413);
    }

    @Test
    void doesNotBelieveASuccessThatPayHereDoesNotConfirm() {
        ApiResponse started = gateway();
        int searches = payHere.searches();

        payHere.post(api.baseUrl(), payHere.notification(Shop.form(started), "1", "2"));

        Await.until("PayHere is asked", () -> payHere.searches() > searches);
        assertThat(shop.payment(customer, started.at("/paymentId")).at("/status"))
                .isEqualTo("PENDING");
        assertThat(shop.purchase(customer, started.at("/purchaseId")).at("/status"))
                .isEqualTo("PENDING");
    }

    @Test
    void doesNotSettleAnotherAmountCurrencyOrStatus() {
        for (List<String> other : List.of(
                List.of("4999.99", "LKR", "RECEIVED"),
                List.of("5000.00", "USD", "RECEIVED"),
                List.of("5000.00", "LKR", "REFUNDED"))) {
            ApiResponse started = gateway();
            Map<String, String> form = Shop.form(started);
            String paid = payHere.payOther(form, other.get(0), other.get(1), other.get(2));

            payHere.post(api.baseUrl(), payHere.notification(form, paid, "2"));

            Await.until(
                    "the answer is found not to fit",
                    () -> shop.payment(customer, started.at("/paymentId"))
                            .at("/reason")
                            .contains("does not fit"));
            assertThat(shop.payment(customer, started.at("/paymentId")).at("/status"))
                    .isEqualTo("PENDING");
        }
    }

    @Test
    void readsIdsAndAmountsThatAreText() {
        ApiResponse started = gateway();
        Map<String, String> form = Shop.form(started);
        payHere.expireTokens();

        payHere.post(api.baseUrl(), payHere.notification(form, payHere.payWithTextualAnswer(form), "2"));

        awaitPurchase(started, "PAID");
    }

    @Test
    void asksAgainWhenPayHereTimedOutAfterItCharged() {
        ApiResponse started = gateway();
        Map<String, String> form = Shop.form(started);
        String paid = payHere.pay(form);
        payHere.hang(2);
        payHere.post(api.baseUrl(), payHere.notification(form, paid, "2"));
        Await.until(
                "the first question times out",
                () -> shop.payment(customer, started.at("/paymentId"))
                        .at("/reason")
                        .contains("did not answer"));
        assertThat(shop.payment(customer, started.at("/paymentId")).at("/status"))
                .isEqualTo("PENDING");

        clock.advance(Duration.ofMinutes(4));
        askAgain.ask();
        assertThat(shop.purchase(customer, started.at("/purchaseId")).at("/status"))
                .isEqualTo("PENDING");
        clock.advance(Duration.ofMinutes(2));
        askAgain.ask();

        assertThat(shop.purchase(customer, started.at("/purchaseId")).at("/status"))
                .isEqualTo("PAID");
    }

    @Test
    void findsAPaymentThatWasNeverNotified() {
        ApiResponse started = gateway();
        payHere.pay(Shop.form(started));

        clock.advance(Duration.ofMinutes(6));
        askAgain.ask();

        assertThat(shop.purchase(customer, started.at("/purchaseId")).at("/status"))
                .isEqualTo("PAID");
    }

    @Test
    void findsAPaymentOfAnEndedCheckoutThatPayHereShowsOnlyAfterWeeks() {
        ApiResponse started = gateway();
        Map<String, String> form = Shop.form(started);
        payHere.post(api.baseUrl(), payHere.notification(form, "1", "-2"));
        awaitPurchase(started, "FAILED");
        payHere.payOther(form, "5000.00", "USD", "RECEIVED");
        clock.advance(Duration.ofDays(20));
        askAgain.ask();
        payHere.pay(form);

        clock.advance(Duration.ofDays(20));
        askAgain.ask();

        assertThat(shop.walletOf(customer)).isEqualTo("5000.00 available, 0.00 held, 0.00 granted");
        shop.assertBooksBalance();
    }

    @Test
    void givesTheHoldBackWhenThePaymentIsDeclined() {
        shop.fill(customer, "700.00");
        ApiResponse started = mixed("700.00");
        assertThat(shop.walletOf(customer)).isEqualTo("0.00 available, 700.00 held, 0.00 granted");

        payHere.post(api.baseUrl(), payHere.notification(Shop.form(started), "1", "-2"));

        awaitPurchase(started, "FAILED");
        assertThat(shop.payment(customer, started.at("/paymentId")).at("/status"))
                .isEqualTo("FAILED");
        assertThat(shop.walletOf(customer)).isEqualTo("700.00 available, 0.00 held, 0.00 granted");
        assertThat(shop.invoice(customer, started.at("/invoiceId")).at("/status"))
                .isEqualTo("VOID");
        events.await(
                "billing.payment",
                event -> event.type().equals("billing.payment.failed.v1")
                        && event.key().equals(started.at("/paymentId")),
                1);
        shop.assertBooksBalance();
    }

    @Test
    void aSecondCheckoutSupersedesTheFirstAndItsLateSuccessBecomesCredit() {
        shop.grant(customer, "300.00");
        ApiResponse first = mixed("300.00");
        ApiResponse second = mixed("300.00");
        assertThat(shop.purchase(customer, first.at("/purchaseId")).at("/status"))
                .isEqualTo("SUPERSEDED");
        assertThat(shop.walletOf(customer)).isEqualTo("0.00 available, 300.00 held, 0.00 granted");
        double late = metrics.counter("billing.payment.late").count();

        settle(second);
        awaitPurchase(second, "PAID");
        settle(first);

        Await.until(
                "the late success settles",
                () -> shop.payment(customer, first.at("/paymentId"))
                        .at("/status")
                        .equals("SUCCESS"));
        assertThat(shop.walletOf(customer)).isEqualTo("4700.00 available, 0.00 held, 0.00 granted");
        assertThat(metrics.counter("billing.payment.late").count()).isEqualTo(late + 1);
        JsonNode credit = events.await("billing.payment", event -> event.key().equals(first.at("/paymentId")), 1)
                .getFirst()
                .payload();
        assertThat(credit.at("/type").asString()).isEqualTo("RECHARGE");
        shop.assertBooksBalance();
    }

    @Test
    void givesUpWhatNobodyPaidWithinADay() {
        shop.fill(customer, "100.00");
        ApiResponse started = mixed("100.00");

        clock.advance(Duration.ofHours(23));
        askAgain.ask();
        assertThat(shop.purchase(customer, started.at("/purchaseId")).at("/status"))
                .isEqualTo("PENDING");
        clock.advance(Duration.ofHours(2));
        askAgain.ask();

        assertThat(shop.purchase(customer, started.at("/purchaseId")).at("/status"))
                .isEqualTo("EXPIRED");
        assertThat(shop.walletOf(customer)).isEqualTo("100.00 available, 0.00 held, 0.00 granted");
    }

    @Test
    void rechargesAWalletOnce() {
        ApiResponse started = shop.recharge(customer, "1234.50", "GATEWAY").expect(201);
        Map<String, String> form = Shop.form(started);
        String paid = payHere.pay(form);

        Race.of(4, i -> payHere.post(api.baseUrl(), payHere.notification(form, paid, "2")));

        Await.until(
                "the recharge settles",
                () -> shop.walletOf(customer).equals("1234.50 available, 0.00 held, 0.00 granted"));
        shop.assertBooksBalance();
    }

    private ApiResponse gateway() {
        return shop.buy(customer, Shop.order(packageId, "GATEWAY")).expect(201);
    }

    private ApiResponse mixed(String walletAmount) {
        Map<String, Object> order = Shop.order(packageId, "GATEWAY");
        order.put("walletAmount", Shop.money(walletAmount));
        return shop.buy(customer, order).expect(201);
    }

    private void settle(ApiResponse started) {
        Map<String, String> form = Shop.form(started);
        payHere.post(api.baseUrl(), payHere.notification(form, payHere.pay(form), "2"));
    }

    private void awaitPurchase(ApiResponse started, String status) {
        Await.until(
                "the purchase is " + status,
                () -> shop.purchase(customer, started.at("/purchaseId"))
                        .at("/status")
                        .equals(status));
    }

    private void assertInvoicePaid(ApiResponse started) {
        ApiResponse invoice = shop.invoice(customer, started.at("/invoiceId"));
        assertThat(invoice.at("/status")).isEqualTo("PAID");
        assertThat(invoice.at("/number")).matches("WF-\\d{4}-\\d{6}");
        assertThat(invoice.at("/allocations/0/source")).isEqualTo("GRANTED_CREDIT");
        assertThat(invoice.at("/allocations/0/amount/amount")).isEqualTo("500.00");
        assertThat(invoice.at("/allocations/1/source")).isEqualTo("MONEY");
        assertThat(invoice.at("/allocations/1/amount/amount")).isEqualTo("4500.00");
        assertThat(invoice.at("/cleared")).isEqualTo("true");
    }

    private void assertPublishedOnce(ApiResponse started) {
        List<PublishedEvent> invoice =
                events.await("billing.invoice", event -> event.key().equals(started.at("/invoiceId")), 2);
        assertThat(invoice)
                .extracting(PublishedEvent::type)
                .containsExactly("billing.invoice.issued.v1", "billing.invoice.paid.v1");
        JsonNode paid = invoice.getLast().payload();
        assertThat(paid.at("/collected/amount").asString()).isEqualTo("4500.00");
        assertThat(paid.at("/accountPath").toString())
                .contains(dealer.accountId().toString());
        assertThat(events.await("billing.payment", event -> event.key().equals(started.at("/paymentId")), 1))
                .hasSize(1);
        String subscription = shop.subscription(customer).at("/subscriptionId");
        assertThat(events.await("billing.subscription", event -> event.key().equals(subscription), 2))
                .extracting(PublishedEvent::type)
                .containsExactly("billing.subscription.started.v1", "billing.subscription.started.v1");
    }

    private static String minus(String after, String before) {
        return new java.math.BigDecimal(after)
                .subtract(new java.math.BigDecimal(before))
                .toPlainString();
    }
}
