package ai.whatsflow.serverregistry.messaging;

import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import ai.whatsflow.serverregistry.server.HealthStream;
import ai.whatsflow.serverregistry.server.Publication;
import ai.whatsflow.serverregistry.server.Server;
import org.springframework.stereotype.Component;

@Component
class OutboxHealthStream implements HealthStream {

    private final Outbox outbox;

    OutboxHealthStream(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(Server server, Publication publication) {
        String type = publication == Publication.CHANGED ? ServerHealthV1.TYPE_CHANGED : ServerHealthV1.TYPE_REPORTED;
        String id = server.id().toString();
        outbox.append(new OutboxEvent(ServerHealthV1.TOPIC, id, type, id, ServerHealthV1.of(server)));
    }
}
