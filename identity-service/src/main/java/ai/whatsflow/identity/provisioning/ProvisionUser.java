package ai.whatsflow.identity.provisioning;

import ai.whatsflow.identity.NewId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes one task and brings the identity provider in line with one user. Safe to be cut off at any line. */
@Component
class ProvisionUser {

    private static final Logger log = LoggerFactory.getLogger(ProvisionUser.class);

    private final Provisionings provisionings;
    private final FinishProvisioning finish;
    private final People people;
    private final IdentityProvider provider;
    private final Backoff backoff;
    private final ProvisioningProperties properties;
    private final MeterRegistry meters;

    ProvisionUser(
            Provisionings provisionings,
            FinishProvisioning finish,
            People people,
            IdentityProvider provider,
            ProvisioningProperties properties,
            MeterRegistry meters) {
        this.provisionings = provisionings;
        this.finish = finish;
        this.people = people;
        this.provider = provider;
        this.backoff = new Backoff(properties.firstRetry(), properties.longestRetry());
        this.properties = properties;
        this.meters = meters;
    }

    /** False if there was nothing to do. */
    boolean provisionNext() {
        Optional<ProvisioningTask> claimed = provisionings.claim(NewId.next(), properties.lease());
        claimed.ifPresent(this::provision);
        return claimed.isPresent();
    }

    private void provision(ProvisioningTask task) {
        try {
            bringInLine(task);
            finish.finish(task);
            count("done");
        } catch (IdentityProviderException failure) {
            count(failure.isRefused() ? "refused" : "unavailable");
            log.warn("user {} not provisioned at attempt {}: {}", task.userId(), task.attempts(), failure.getMessage());
            provisionings.failed(task, backoff.after(task.attempts()), String.valueOf(failure.getMessage()));
        }
    }

    private void bringInLine(ProvisioningTask task) {
        Person person = people.get(task.userId());
        String subject = provider.ensure(person);
        boolean invited = task.invited() && subject.equals(task.subject());
        provisionings.found(task.userId(), subject);
        if (!person.enabled()) {
            provider.endSessions(subject);
        } else if (!invited) {
            provider.invite(subject);
            provisionings.invited(task.userId(), subject);
        }
    }

    private void count(String outcome) {
        meters.counter("identity.provisioning.tasks", "outcome", outcome).increment();
    }
}
