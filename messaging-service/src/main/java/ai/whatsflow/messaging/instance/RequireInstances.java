package ai.whatsflow.messaging.instance;

import ai.whatsflow.messaging.MessagingProblem;
import ai.whatsflow.platform.problem.Outcome;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Refuses a send unless its instances are the account's own. They need not be linked: messages wait. */
@Component
public class RequireInstances {

    private final Instances instances;

    RequireInstances(Instances instances) {
        this.instances = instances;
    }

    /** @throws ProblemException naming the first that is not */
    public void ownedBy(UUID accountId, Collection<UUID> instanceIds) {
        each(List.copyOf(instanceIds), id -> accountId, id -> id).forEach(Outcome::orThrow);
    }

    /** Each send whose instance is its account's. */
    public <T> List<Outcome<T>> each(List<T> sends, Function<T, UUID> accountId, Function<T, UUID> instanceId) {
        Map<UUID, UUID> owners =
                instances.owners(sends.stream().map(instanceId).distinct().toList());
        return sends.stream()
                .<Outcome<T>>map(send -> accountId.apply(send).equals(owners.get(instanceId.apply(send)))
                        ? Outcome.of(send)
                        : Outcome.refused(unknown(instanceId.apply(send))))
                .toList();
    }

    private static ProblemException unknown(UUID instanceId) {
        return new ProblemException(MessagingProblem.INSTANCE_UNKNOWN, "If it was created this moment, try again.")
                .with("instanceId", instanceId);
    }
}
