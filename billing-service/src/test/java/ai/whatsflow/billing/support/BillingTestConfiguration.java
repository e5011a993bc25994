package ai.whatsflow.billing.support;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestKafka;
import ai.whatsflow.platform.test.TestTokens;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

@TestConfiguration(proxyBeanMethods = false)
class BillingTestConfiguration {

    @Bean
    DynamicPropertyRegistrar billingProperties() {
        return properties -> {
            properties.add(
                    "billing.payhere.base-url", () -> PayHereStub.shared().url());
            properties.add("billing.payhere.merchant-id", () -> PayHereStub.MERCHANT);
            properties.add("billing.payhere.merchant-secret", () -> PayHereStub.SECRET);
            properties.add("billing.payhere.app-id", () -> PayHereStub.APP_ID);
            properties.add("billing.payhere.app-secret", () -> PayHereStub.APP_SECRET);
            properties.add("billing.payhere.read-timeout", () -> "500ms");
        };
    }

    /** Topics are there before anybody reads them, as in every real environment. */
    @Bean
    Set<String> topics() {
        Set<String> topics = Set.of(
                "identity.account",
                "identity.user",
                "identity.permission-set",
                "billing.payment",
                "billing.subscription",
                "billing.invoice",
                "voucher.batch",
                "voucher.redemption",
                "payout.commission",
                "payout.payout");
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestKafka.shared().bootstrapServers()))) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, 3, (short) 1))
                            .toList())
                    .all()
                    .get(20, TimeUnit.SECONDS);
            return topics;
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Bean
    Shop shop(ApiClient api, TestTokens tokens, TestAccounts accounts, TestEvents events, JdbcClient jdbc) {
        return new Shop(api, tokens, accounts, events, jdbc);
    }
}
