package ai.whatsflow.messaging.instance;

import ai.whatsflow.messaging.MessagingProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a send unless all its instances are the account's own. They need not be linked: messages wait. */
@Component
public class RequireInstances {

    private final Instances instances;

    RequireInstances(Instances instances) {
        this.instances = instances;
    }

    public void ownedBy(UUID accountId, Collection<UUID> instanceIds) {
        Set<UUID> own = instances.ownedBy(accountId, instanceIds);
        for (UUID id : instanceIds) {
            if (!own.contains(id)) {
                throw new ProblemException(
                                MessagingProblem.INSTANCE_UNKNOWN, "If it was created this moment, try again.")
                        .with("instanceId", id);
            }
        }
    }
}
