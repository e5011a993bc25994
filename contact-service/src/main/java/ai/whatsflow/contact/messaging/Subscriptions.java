package ai.whatsflow.contact.messaging;

import ai.whatsflow.contact.entitlement.Entitlements;
import ai.whatsflow.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service does with which events. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    @Bean
    EventSubscription entitlementSubscription(Entitlements entitlements) {
        return EventSubscription.forGroup("contact-service.entitlements")
                .on(
                        SubscriptionV1.TOPIC,
                        SubscriptionV1.TYPES,
                        SubscriptionV1.class,
                        event -> entitlements.keep(event.payload().toEntitlement()))
                .build();
    }
}
