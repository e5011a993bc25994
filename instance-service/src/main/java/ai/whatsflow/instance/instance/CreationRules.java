package ai.whatsflow.instance.instance;

import ai.whatsflow.instance.InstanceProblem;
import ai.whatsflow.instance.entitlement.Entitlement;
import ai.whatsflow.platform.problem.ProblemException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What has to hold before an account gets one more instance. */
@Component
class CreationRules {

    private final InstanceProperties properties;
    private final Clock clock;

    CreationRules(InstanceProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    void requireEngine(String engine) {
        if (!properties.engines().contains(engine)) {
            throw new ProblemException(InstanceProblem.ENGINE_UNKNOWN, "Choose one of the engines we offer.")
                    .at("/engine", "must be one of " + properties.engines());
        }
    }

    void requireRoom(Entitlement entitlement, int existing) {
        if (!entitlement.isValidAt(clock.instant())) {
            throw new ProblemException(InstanceProblem.SUBSCRIPTION_EXPIRED, "Renew your subscription to add devices.");
        }
        if (!entitlement.hasRoomFor(existing)) {
            throw new ProblemException(
                            InstanceProblem.DEVICE_LIMIT_REACHED, "Delete an instance or choose a larger package.")
                    .with("limit", Objects.requireNonNullElse(entitlement.devices(), 0))
                    .with("used", existing);
        }
    }
}
