package ai.whatsflow.instance.messaging;

import ai.whatsflow.instance.consent.Consents;
import ai.whatsflow.instance.dispatch.QueueMessages;
import ai.whatsflow.instance.entitlement.Entitlements;
import ai.whatsflow.instance.instance.InstanceWatchers;
import ai.whatsflow.instance.node.Nodes;
import ai.whatsflow.platform.inbox.EventSubscription;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    private static final int LANE_CONSUMERS = 2;

    @Bean
    EventSubscription laneSubscription(QueueMessages queueMessages) {
        return EventSubscription.forGroup("instance-service.lanes")
                .concurrency(LANE_CONSUMERS)
                .onBatch(
                        MessageQueuedV1.TOPIC,
                        Set.of(MessageQueuedV1.TYPE),
                        MessageQueuedV1.class,
                        events -> queueMessages.queue(events.stream()
                                .map(event -> event.payload().message())
                                .toList()))
                .build();
    }

    @Bean
    EventSubscription entitlementSubscription(Entitlements entitlements) {
        return EventSubscription.forGroup("instance-service.entitlements")
                .on(
                        SubscriptionV1.TOPIC,
                        SubscriptionV1.TYPES,
                        SubscriptionV1.class,
                        event -> entitlements.store(event.payload().projection()))
                .build();
    }

    @Bean
    EventSubscription consentSubscription(Consents consents) {
        return EventSubscription.forGroup("instance-service.consents")
                .on(
                        ConsentV1.TOPIC,
                        ConsentV1.TYPES,
                        ConsentV1.class,
                        event -> consents.store(event.payload().projection()))
                .build();
    }

    @Bean
    EventSubscription nodeSubscription(Nodes nodes) {
        return EventSubscription.forGroup("instance-service.nodes")
                .on(
                        ServerHealthV1.TOPIC,
                        ServerHealthV1.TYPES,
                        ServerHealthV1.class,
                        event -> nodes.store(event.payload().projection()))
                .build();
    }

    @Bean
    EventSubscription liveSubscription(InstanceWatchers watchers) {
        return EventSubscription.forEveryReplica("instance-service.live")
                .fromNow()
                .on(
                        SessionV1.TOPIC,
                        SessionV1.TYPES,
                        InstanceChangedV1.class,
                        event -> watchers.changed(event.payload().instanceId()))
                .build();
    }
}
