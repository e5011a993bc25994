package ai.whatsflow.instance.instance;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an instance away: its session is closed, its waiting messages fail, its secrets go. */
@Service
public class DeleteInstance {

    private final Instances instances;
    private final QrCodes qrCodes;
    private final SessionFacts facts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeleteInstance(
            Instances instances, QrCodes qrCodes, SessionFacts facts, ApplicationEventPublisher events, Clock clock) {
        this.instances = instances;
        this.qrCodes = qrCodes;
        this.facts = facts;
        this.events = events;
        this.clock = clock;
    }

    /** Deleting what is deleted changes nothing. */
    @Transactional
    public void delete(UUID instanceId) {
        for (Instance instance : instances.lock(List.of(instanceId))) {
            if (instance.state() != SessionState.DELETED) {
                Instance.Transition transition = instance.deleted(clock.instant());
                instances.saveAll(List.of(transition.instance()));
                qrCodes.hide(List.of(instanceId));
                facts.publish(transition.facts());
                events.publishEvent(new InstanceDeleted(instanceId));
            }
        }
    }
}
