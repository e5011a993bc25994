package ai.whatsflow.instance.messaging;

import ai.whatsflow.instance.dispatch.DispatchOutcome;
import ai.whatsflow.instance.dispatch.DispatchOutcomes;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OutboxDispatchOutcomes implements DispatchOutcomes {

    private final Outbox outbox;

    OutboxDispatchOutcomes(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(List<DispatchOutcome> outcomes) {
        outbox.appendAll(outcomes.stream()
                .map(outcome -> new OutboxEvent(
                        DispatchV1.TOPIC,
                        outcome.instanceId().toString(),
                        DispatchV1.type(outcome.status()),
                        outcome.messageId().toString(),
                        DispatchV1.of(outcome)))
                .toList());
    }
}
