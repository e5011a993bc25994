package ai.whatsflow.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.billing.support.Shop;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.SettableClock;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BillingIT
class SubscriptionIT {

    @Autowired
    private Shop shop;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestEvents events;

    @Autowired
    private ExpireSubscriptions expireSubscriptions;

    @Autowired
    private SettableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void everyNewCustomerGetsOneTrial() {
        Party customer = accounts.customer("USD");
        shop.awaitTrial(customer);
        accounts.suspend(customer);
        accounts.reinstate(customer);
        Party later = accounts.customer();
        shop.awaitTrial(later);

        ApiResponse trial = shop.subscription(customer).expect(200);
        assertThat(trial.at("/status")).isEqualTo("TRIALING");
        assertThat(trial.at("/plan")).isEqualTo("trial");
        assertThat(trial.at("/currency")).isEqualTo("USD");
        assertThat(trial.at("/limits/messages")).isEqualTo("100");
        assertThat(trial.at("/limits/aiReplies")).isEqualTo("10");
        assertThat(trial.at("/limits/devices")).isEqualTo("1");
        assertThat(Duration.between(Instant.parse(trial.at("/periodStart")), Instant.parse(trial.at("/periodEnd"))))
                .isEqualTo(Duration.ofDays(7));
        assertThat(published(trial)).hasSize(1);
        assertThat(published(trial)
                        .getFirst()
                        .payload()
                        .at("/entitlement/limits/messages")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void subDealersHaveNoSubscription() {
        Party dealer = accounts.subDealer();
        shop.awaitTrial(accounts.customerOf(dealer));

        shop.subscription(dealer).expectProblem(404, "no-subscription");
    }

    @Test
    void endsWhenThePeriodIsOverAndSaysSoOnce() {
        Party customer = accounts.customer();
        shop.awaitTrial(customer);
        ApiResponse trial = shop.subscription(customer);
        clock.set(Instant.parse(trial.at("/periodEnd")).minusMillis(500));
        expireSubscriptions.expire();
        assertThat(shop.subscription(customer).at("/status")).isEqualTo("TRIALING");

        clock.set(Instant.parse(trial.at("/periodEnd")));
        Race.of(3, i -> expireSubscriptions.expire());

        assertThat(shop.subscription(customer).at("/status")).isEqualTo("EXPIRED");
        assertThat(events.await("billing.subscription", event -> event.key().equals(trial.at("/subscriptionId")), 2))
                .extracting(PublishedEvent::type)
                .containsExactly("billing.subscription.started.v1", "billing.subscription.expired.v1");
        assertThat(expireSubscriptions.expire()).isZero();
    }

    @Test
    void aMonthFromThe31stEndsInFebruaryAndRenewsToThe31st() {
        Party customer = accounts.customer();
        shop.awaitTrial(customer);
        String packageId = shop.packageAt("100.00");
        shop.fill(customer, "300.00");
        clock.set(Instant.parse("2030-01-31T09:00:00Z"));

        shop.buy(customer, Shop.order(packageId, "WALLET")).expect(201);
        ApiResponse first = shop.subscription(customer);
        assertThat(first.at("/periodStart")).isEqualTo("2030-01-30T18:30:00Z");
        assertThat(first.at("/periodEnd")).isEqualTo("2030-02-27T18:30:00Z");
        assertThat(first.at("/billingDay")).isEqualTo("31");

        ApiResponse again = shop.buy(customer, Shop.order(packageId, "WALLET")).expect(201);
        ApiResponse second = shop.subscription(customer);
        assertThat(second.at("/periodStart")).isEqualTo("2030-01-30T18:30:00Z");
        assertThat(second.at("/periodEnd")).isEqualTo("2030-03-30T18:30:00Z");
        assertThat(shop.invoice(customer, again.at("/invoiceId")).at("/lines/0/periodStart"))
                .isEqualTo("2030-02-27T18:30:00Z");
        assertThat(events.await("billing.subscription", event -> event.key().equals(first.at("/subscriptionId")), 3))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "billing.subscription.started.v1",
                        "billing.subscription.started.v1",
                        "billing.subscription.changed.v1");
    }

    @Test
    void anotherPackageStartsANewPeriodToday() {
        Party customer = accounts.customer();
        shop.fill(customer, "500.00");
        String small = shop.packageAt("100.00");
        String large = shop.packageAt("200.00");
        clock.set(Instant.parse("2030-05-10T09:00:00Z"));
        shop.buy(customer, Shop.order(small, "WALLET")).expect(201);
        clock.set(Instant.parse("2030-05-20T09:00:00Z"));

        shop.buy(customer, Shop.order(large, "WALLET")).expect(201);

        ApiResponse changed = shop.subscription(customer);
        assertThat(changed.at("/packageId")).isEqualTo(large);
        assertThat(changed.at("/periodStart")).isEqualTo("2030-05-19T18:30:00Z");
        assertThat(changed.at("/periodEnd")).isEqualTo("2030-06-19T18:30:00Z");
    }

    private List<PublishedEvent> published(ApiResponse subscription) {
        return events.await("billing.subscription", event -> event.key().equals(subscription.at("/subscriptionId")), 1);
    }
}
