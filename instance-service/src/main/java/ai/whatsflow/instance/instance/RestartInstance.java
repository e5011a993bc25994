package ai.whatsflow.instance.instance;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a fresh session: after a log-out, or when no code was scanned in time, this shows a new QR code. */
@Service
public class RestartInstance {

    private final Instances instances;
    private final ApplicationEventPublisher events;

    RestartInstance(Instances instances, ApplicationEventPublisher events) {
        this.instances = instances;
        this.events = events;
    }

    @Transactional
    public Instance restart(Instance known) {
        // Placement locks the assignment first and the instance second; whoever listens does the former.
        events.publishEvent(new InstanceRequested(known.id(), known.engine()));
        UUID id = known.id();
        Instance instance = instances.lock(List.of(id)).stream()
                .filter(each -> each.state() != SessionState.DELETED)
                .findFirst()
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such instance."));
        Instance requested = instance.requested();
        instances.saveAll(List.of(requested));
        return requested;
    }
}
