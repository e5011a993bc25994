package ai.whatsflow.messaging.messaging;

import ai.whatsflow.messaging.entitlement.Entitlements;
import ai.whatsflow.messaging.instance.Instances;
import ai.whatsflow.messaging.live.LiveReports;
import ai.whatsflow.messaging.recipient.OptOuts;
import ai.whatsflow.messaging.status.RaiseStatuses;
import ai.whatsflow.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service does with which events. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    @Bean
    EventSubscription entitlementSubscription(Entitlements entitlements) {
        return EventSubscription.forGroup("messaging-service.entitlements")
                .on(
                        SubscriptionV1.TOPIC,
                        SubscriptionV1.TYPES,
                        SubscriptionV1.class,
                        event -> entitlements.keep(event.payload().toEntitlement()))
                .build();
    }

    @Bean
    EventSubscription instanceSubscription(Instances instances) {
        return EventSubscription.forGroup("messaging-service.instances")
                .onBatch(
                        SessionV1.TOPIC,
                        SessionV1.TYPES,
                        SessionV1.class,
                        events -> events.forEach(event -> {
                            SessionV1 session = event.payload();
                            instances.keep(
                                    session.instanceId(), session.version(), session.accountId(), session.state());
                        }))
                .build();
    }

    @Bean
    EventSubscription consentSubscription(OptOuts optOuts) {
        return EventSubscription.forGroup("messaging-service.consents")
                .onBatch(
                        ConsentV1.TOPIC,
                        ConsentV1.TYPES,
                        ConsentV1.class,
                        events -> events.forEach(event -> {
                            ConsentV1 consent = event.payload();
                            optOuts.keep(consent.accountId(), consent.phone(), consent.version(), consent.optedOut());
                        }))
                .build();
    }

    @Bean
    EventSubscription statusSubscription(RaiseStatuses statuses) {
        return EventSubscription.forGroup("messaging-service.statuses")
                .onBatch(
                        DispatchV1.TOPIC,
                        DispatchV1.TYPES,
                        DispatchV1.class,
                        events -> statuses.raise(events.stream()
                                .map(event -> event.payload().toFact())
                                .toList()))
                .concurrency(2)
                .build();
    }

    @Bean
    EventSubscription liveSubscription(LiveReports reports) {
        return EventSubscription.forEveryReplica("messaging-service.live")
                .on(
                        DispatchV1.TOPIC,
                        DispatchV1.TYPES,
                        DispatchV1.class,
                        event -> reports.publish(event.payload().toReport(event.id())))
                .fromNow()
                .build();
    }
}
