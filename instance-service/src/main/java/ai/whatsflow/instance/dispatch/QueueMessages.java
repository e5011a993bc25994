package ai.whatsflow.instance.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts accepted messages into their lanes, in the order in which they come; a message that is there stays as it is. */
@Service
public class QueueMessages {

    private final Dispatches dispatches;
    private final Lanes lanes;
    private final DispatchOutcomes outcomes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QueueMessages(
            Dispatches dispatches,
            Lanes lanes,
            DispatchOutcomes outcomes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dispatches = dispatches;
        this.lanes = lanes;
        this.outcomes = outcomes;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(List<QueuedMessage> messages) {
        Map<UUID, Lanes.Span> spans = new TreeMap<>();
        List<DispatchOutcome> refused = new ArrayList<>();
        Instant now = clock.instant();
        for (Dispatches.Inserted each : dispatches.insert(messages)) {
            if (each.status() == DispatchStatus.PENDING) {
                spans.merge(each.instanceId(), new Lanes.Span(each.position(), each.position()), Lanes.Span::including);
            } else {
                refused.add(new DispatchOutcome(
                        each.messageId(),
                        each.accountId(),
                        each.instanceId(),
                        each.status(),
                        FailureReason.INSTANCE_UNKNOWN,
                        null,
                        now));
            }
        }
        if (!spans.isEmpty()) {
            lanes.extend(spans);
            events.publishEvent(new MessagesQueued());
        }
        outcomes.publish(refused);
    }
}
