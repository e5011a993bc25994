package ai.whatsflow.billing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.billing.support.PayHereStub;
import ai.whatsflow.billing.support.Shop;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestAccounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that took a notification and never settled it loses nothing: another one finds the trigger. */
@BillingIT
class CrashRecoveryIT {

    private final PayHereStub payHere = PayHereStub.shared();

    @Autowired
    private Shop shop;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anotherProcessSettlesWhatWasNotifiedBeforeACrash() {
        Party customer = accounts.customer();
        String packageId = shop.packageAt("750.00");
        ApiResponse waiting = checkout(customer, packageId);
        Party second = accounts.customer();
        ApiResponse taken = checkout(second, packageId);
        try (ConfigurableApplicationContext victim =
                billing("--billing.payment.workers=0", "--billing.jobs.enabled=false")) {
            notifyAt(victim, waiting);
            notifyAt(victim, taken);
        }
        // The process had taken this one when it ended: it is due again when the lease is over.
        jdbc.sql("UPDATE payment_triggers SET due_at = now() + interval '3 seconds' WHERE payment_id = ?::uuid")
                .param(taken.at("/paymentId"))
                .update();
        assertThat(shop.purchase(customer, waiting.at("/purchaseId")).at("/status"))
                .isEqualTo("PENDING");

        try (ConfigurableApplicationContext survivor = billing("--billing.jobs.process-triggers=200ms")) {
            assertThat(survivor.isRunning()).isTrue();
            awaitPaid(customer, waiting);
            awaitPaid(second, taken);
        }
        shop.assertBooksBalance();
    }

    private ApiResponse checkout(Party customer, String packageId) {
        return shop.buy(customer, Shop.order(packageId, "GATEWAY")).expect(201);
    }

    private void notifyAt(ConfigurableApplicationContext billing, ApiResponse started) {
        Map<String, String> form = Shop.form(started);
        String baseUrl = "http://127.0.0.1:" + billing.getEnvironment().getRequiredProperty("local.server.port");
        assertThat(payHere.post(baseUrl, payHere.notification(form, payHere.pay(form), "2"))
                        .statusCode())
                .isEqualTo(200);
    }

    private void awaitPaid(Party customer, ApiResponse started) {
        Await.until(
                "the survivor settles it",
                Duration.ofSeconds(30),
                () -> shop.purchase(customer, started.at("/purchaseId"))
                        .at("/status")
                        .equals("PAID"));
    }

    private ConfigurableApplicationContext billing(String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--server.port=0");
        for (String name : List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.kafka.bootstrap-servers",
                "whatsflow.security.keycloak-issuer",
                "whatsflow.security.internal-issuer",
                "whatsflow.security.client-secret",
                "billing.payhere.base-url",
                "billing.payhere.merchant-id",
                "billing.payhere.merchant-secret",
                "billing.payhere.app-id",
                "billing.payhere.app-secret")) {
            arguments.add("--" + name + "=" + environment.getRequiredProperty(name));
        }
        return new SpringApplicationBuilder(BillingServiceApplication.class).run(arguments.toArray(String[]::new));
    }
}
