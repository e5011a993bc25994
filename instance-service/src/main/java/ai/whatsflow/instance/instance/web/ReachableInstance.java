package ai.whatsflow.instance.instance.web;

import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.instance.Instances;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds an instance for a caller: one that is out of reach is answered like one that does not exist. */
@Component
class ReachableInstance {

    private final Instances instances;

    ReachableInstance(Instances instances) {
        this.instances = instances;
    }

    Instance find(Caller caller, UUID instanceId) {
        return instances
                .find(instanceId)
                .filter(instance -> caller.reaches(instance.accountId()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such instance."));
    }
}
