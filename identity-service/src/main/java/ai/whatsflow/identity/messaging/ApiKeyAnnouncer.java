package ai.whatsflow.identity.messaging;

import ai.whatsflow.identity.apikey.ApiKey;
import ai.whatsflow.identity.apikey.ApiKeyIssued;
import ai.whatsflow.identity.apikey.ApiKeyRevoked;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Facts about API keys, into the outbox in the transaction in which they happen. */
@Component
class ApiKeyAnnouncer {

    private final Outbox outbox;

    ApiKeyAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ApiKeyIssued event) {
        announce(ApiKeyV1.ISSUED, event.apiKey());
    }

    @EventListener
    void on(ApiKeyRevoked event) {
        announce(ApiKeyV1.REVOKED, event.apiKey());
    }

    private void announce(String type, ApiKey key) {
        String id = key.id().toString();
        outbox.append(new OutboxEvent(ApiKeyV1.TOPIC, id, type, id, ApiKeyV1.of(key)));
    }
}
