package ai.whatsflow.payout.commission;

import static ai.whatsflow.payout.PayoutFixture.COMMISSIONS;
import static ai.whatsflow.payout.PayoutFixture.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.whatsflow.payout.PayoutFixture;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.SettableClock;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PlatformIT
class CommissionAccrualIT {
    private static final String TOPIC = "payout.commission";

    private final ApiClient api;
    private final TestTokens tokens;
    private final TestAccounts accounts;
    private final TestEvents events;
    private final SettableClock clock;
    private final AccrueCommission accrue;
    private final PayoutFixture payouts;

    @Autowired
    CommissionAccrualIT(
            ApiClient api,
            TestTokens tokens,
            TestAccounts accounts,
            TestEvents events,
            SettableClock clock,
            AccrueCommission accrue) {
        this.api = api;
        this.tokens = tokens;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
        this.accrue = accrue;
        this.payouts = new PayoutFixture(api, tokens, accounts, events);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void accruesOnceHoweverOftenBillingTells() {
        Party dealer = payouts.dealer("10.00", 0);
        Party customer = accounts.customerOf(dealer);
        Map<String, Object> invoice = invoice(customer, "4500.00");
        UUID eventId = UUID.randomUUID();
        payouts.publishPaid(eventId, invoice);
        payouts.publishPaid(eventId, invoice);
        payouts.publishPaid(UUID.randomUUID(), invoice);
        Map<String, Object> last = invoice(customer, "100.00");
        payouts.paid(dealer, last);
        awaitHandled(invoice);

        ApiResponse list = payouts.commissions(dealer, "?limit=200");
        assertThat(list.json().get("items")).hasSize(2);
        JsonNode commission = list.json().get("items").get(1);
        assertThat(commission.at("/amount/amount").asString()).isEqualTo("450.00");
        assertThat(commission.get("rate").asString()).isEqualTo("10.00");
        assertThat(commission.get("status").asString()).isEqualTo("PAYABLE");
        assertThat(events.await(TOPIC, of(invoice), 1)).hasSize(1);
    }

    @Test
    void accruesOnceWhenManyTellAtTheSameMoment() {
        Party dealer = payouts.dealer("10.00", 0);
        Party customer = accounts.customerOf(dealer);
        PaidInvoice invoice = new PaidInvoice(
                UUID.randomUUID(),
                customer.accountId(),
                customer.path(),
                Money.of("4500.00", "LKR"),
                null,
                true,
                Instant.now());

        Race.of(12, number -> {
            accrue.accrue(invoice);
            return number;
        });

        assertThat(payouts.commissions(dealer, "").json().get("items")).hasSize(1);
        assertThat(events.await(TOPIC, of(Map.of("invoiceId", invoice.invoiceId())), 1))
                .hasSize(1);
    }

    @Test
    void keepsTheRateItWasAccruedUnder() {
        Party dealer = payouts.dealer("10.00", 0);
        Party customer = accounts.customerOf(dealer);
        Map<String, Object> before = invoice(customer, "1000.00");
        payouts.paid(dealer, before);

        payouts.setPlan(dealer, "15.00", 0).expect(200);
        payouts.paid(dealer, invoice(customer, "1000.00"));
        Map<String, Object> late = invoice(customer, "2000.00");
        late.put("paidAt", before.get("paidAt"));
        payouts.paid(dealer, late);

        JsonNode items = payouts.commissions(dealer, "").json().get("items");
        assertThat(items.get(2).at("/amount/amount").asString()).isEqualTo("100.00");
        assertThat(items.get(1).at("/amount/amount").asString()).isEqualTo("150.00");
        assertThat(items.get(0).at("/amount/amount").asString()).isEqualTo("200.00");
    }

    @Test
    void accruesNothingWithoutMoneyDealerOrPlan() {
        Party dealer = payouts.dealer("10.00", 0);
        Party planless = accounts.subDealer();
        Map<String, Object> free = invoice(accounts.customerOf(dealer), "0.00");
        Map<String, Object> direct = invoice(accounts.customer(), "1000.00");
        Map<String, Object> unagreed = invoice(accounts.customerOf(planless), "1000.00");
        Map<String, Object> own = invoice(dealer, "1000.00");
        for (Map<String, Object> invoice : List.of(free, direct, unagreed, own)) {
            payouts.publishPaid(UUID.randomUUID(), invoice);
            awaitHandled(invoice);
            assertThat(events.read(TOPIC)).noneMatch(of(invoice));
        }

        assertThat(payouts.commissions(planless, "").json().get("items")).isEmpty();
    }

    @Test
    void becomesPayableWhenTheRefundWindowIsOver() {
        Party dealer = payouts.dealer("10.00", 14);
        payouts.paid(dealer, invoice(accounts.customerOf(dealer), "1000.00"));
        assertThat(statusOfNewest(dealer)).isEqualTo("PENDING");

        clock.advance(Duration.ofDays(14).plusSeconds(1));

        Await.until("commission is PAYABLE", () -> statusOfNewest(dealer).equals("PAYABLE"));
    }

    @Test
    void staysPendingWhileTheSubDealerHoldsTheMoney() {
        Party dealer = payouts.dealer("10.00", 0);
        Map<String, Object> invoice = invoice(accounts.customerOf(dealer), "1000.00");
        invoice.put("heldBy", dealer.accountId());
        invoice.put("cleared", false);
        payouts.paid(dealer, invoice);
        clock.advance(Duration.ofDays(30));
        payouts.paid(dealer, invoice(accounts.customerOf(dealer), "1.00"));
        assertThat(payouts.commissions(dealer, "?status=PENDING").json().get("items"))
                .hasSize(1);
        assertThat(payouts.commissions(dealer, "?status=PENDING").at("/items/0/held"))
                .isEqualTo("true");

        payouts.cleared(invoice, dealer);

        Await.until(
                "commission is PAYABLE",
                () -> payouts.commissions(dealer, "?status=PENDING")
                        .json()
                        .get("items")
                        .isEmpty());
    }

    @Test
    void waitsForAnAccountItHasNotHeardOf() {
        Party dealer = accounts.subDealer();
        PaidInvoice early = new PaidInvoice(
                UUID.randomUUID(),
                dealer.accountId(),
                List.of(accounts.owner().accountId(), UUID.randomUUID(), dealer.accountId()),
                Money.of("1.00", "LKR"),
                null,
                true,
                Instant.now());

        assertThatExceptionOfType(AccountsBehindException.class).isThrownBy(() -> accrue.accrue(early));
    }

    @Test
    void listsAndAddsUpForEachSubDealerItsOwn() {
        Party dealer = payouts.dealer("10.00", 0);
        Party other = payouts.dealer("10.00", 0);
        payouts.earn(dealer, accounts.customerOf(dealer), "10.00");
        payouts.earn(dealer, accounts.customerOf(dealer), "20.00");
        payouts.earn(other, accounts.customerOf(other), "40.00");

        ApiResponse first = payouts.commissions(dealer, "?limit=1&status=PAYABLE");
        ApiResponse second = payouts.commissions(dealer, "?limit=1&status=PAYABLE&cursor=" + first.at("/nextCursor"));
        assertThat(first.at("/items/0/amount/amount")).isEqualTo("20.00");
        assertThat(second.at("/items/0/amount/amount")).isEqualTo("10.00");
        assertThat(second.json().get("nextCursor").isNull()).isTrue();
        assertThat(payouts.summary(dealer).at("/totals/0/payable/amount")).isEqualTo("30.00");
        assertThat(payouts.summary(dealer).at("/totals/0/total/amount")).isEqualTo("30.00");

        String owner = tokens.user(accounts.owner());
        assertThat(api.get(COMMISSIONS + "/summary?subDealerId=" + other.accountId(), owner)
                        .at("/totals/0/payable/amount"))
                .isEqualTo("40.00");
        api.get(COMMISSIONS + "?subDealerId=" + other.accountId(), tokens.user(dealer))
                .expectProblem(404, "not-found");
        api.get(COMMISSIONS + "/summary?subDealerId=" + other.accountId(), tokens.user(dealer))
                .expectProblem(404, "not-found");
        api.get(COMMISSIONS, tokens.user(accounts.customerOf(dealer))).expectProblem(403, "forbidden");
        api.get(COMMISSIONS, null).expectProblem(401, "unauthenticated");
        api.get(COMMISSIONS + "?cursor=x", owner).expectProblem(400, "unreadable");
        api.get(COMMISSIONS + "?limit=0", owner).expectProblem(422, "invalid");
        api.get(COMMISSIONS + "?status=GONE", owner).expectProblem(400, "unreadable");
    }

    /** Another invoice behind it on the same partition was handled, so this one was too. */
    private void awaitHandled(Map<String, Object> invoice) {
        Party dealer = payouts.dealer("10.00", 0);
        Map<String, Object> marker = invoice(accounts.customerOf(dealer), "100.00");
        String key = invoice.get("invoiceId").toString();
        events.publish("billing.invoice", key, "billing.invoice.paid.v1", marker);
        payouts.awaitCommission(dealer, marker);
    }

    private String statusOfNewest(Party dealer) {
        return payouts.commissions(dealer, "?limit=1").at("/items/0/status");
    }

    private static Predicate<PublishedEvent> of(Map<String, ?> invoice) {
        String invoiceId = String.valueOf(invoice.get("invoiceId"));
        return event -> event.payload().get("invoiceId").asString().equals(invoiceId);
    }
}
