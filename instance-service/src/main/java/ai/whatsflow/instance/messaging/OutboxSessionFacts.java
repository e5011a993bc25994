package ai.whatsflow.instance.messaging;

import ai.whatsflow.instance.instance.SessionChanged;
import ai.whatsflow.instance.instance.SessionFacts;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OutboxSessionFacts implements SessionFacts {

    private final Outbox outbox;

    OutboxSessionFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(List<SessionChanged> changes) {
        outbox.appendAll(changes.stream()
                .map(changed -> {
                    String id = changed.instance().id().toString();
                    return new OutboxEvent(
                            SessionV1.TOPIC, id, SessionV1.type(changed.fact()), id, SessionV1.of(changed));
                })
                .toList());
    }
}
