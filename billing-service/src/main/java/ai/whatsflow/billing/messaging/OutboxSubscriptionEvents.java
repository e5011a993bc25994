package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.subscription.Subscription;
import ai.whatsflow.billing.subscription.SubscriptionEvents;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

@Component
class OutboxSubscriptionEvents implements SubscriptionEvents {

    private final Outbox outbox;

    OutboxSubscriptionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void started(Subscription subscription) {
        append(SubscriptionV1.STARTED, subscription);
    }

    @Override
    public void changed(Subscription subscription) {
        append(SubscriptionV1.CHANGED, subscription);
    }

    @Override
    public void expired(Subscription subscription) {
        append(SubscriptionV1.EXPIRED, subscription);
    }

    private void append(String type, Subscription subscription) {
        outbox.append(OutboxEvent.of(SubscriptionV1.TOPIC, subscription.id(), type, SubscriptionV1.of(subscription)));
    }
}
