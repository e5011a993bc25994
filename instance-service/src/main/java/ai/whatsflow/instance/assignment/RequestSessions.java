package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.instance.InstanceRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts up for placement what has been created or asked for again, in the same transaction. */
@Component
class RequestSessions {

    private final Assignments assignments;

    RequestSessions(Assignments assignments) {
        this.assignments = assignments;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(InstanceRequested requested) {
        assignments.request(requested.instanceId(), requested.engine());
    }
}
