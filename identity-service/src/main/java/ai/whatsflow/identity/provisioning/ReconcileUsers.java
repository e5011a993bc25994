package ai.whatsflow.identity.provisioning;

import ai.whatsflow.identity.provisioning.Provisionings.Settled;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Walks round all users, a slice at a time, and asks for those to be repaired whose sign-in is missing or differs. */
@Component
class ReconcileUsers {

    private static final Logger log = LoggerFactory.getLogger(ReconcileUsers.class);

    private final ReconciliationCursor cursor;
    private final Provisionings provisionings;
    private final People people;
    private final IdentityProvider provider;
    private final ProvisioningProperties properties;
    private final MeterRegistry meters;

    ReconcileUsers(
            ReconciliationCursor cursor,
            Provisionings provisionings,
            People people,
            IdentityProvider provider,
            ProvisioningProperties properties,
            MeterRegistry meters) {
        this.cursor = cursor;
        this.provisionings = provisionings;
        this.people = people;
        this.provider = provider;
        this.properties = properties;
        this.meters = meters;
    }

    @Scheduled(
            fixedDelayString = "${identity.provisioning.reconcile-interval}",
            initialDelayString = "${identity.provisioning.reconcile-interval}")
    void reconcile() {
        Duration almost = properties.reconcileInterval().multipliedBy(9).dividedBy(10);
        cursor.take(almost).ifPresent(this::reconcileAfter);
    }

    private void reconcileAfter(UUID after) {
        List<Settled> slice = provisionings.settledAfter(after, properties.reconcileSlice());
        try {
            List<UUID> differing = differing(slice);
            if (!differing.isEmpty()) {
                log.warn("{} of {} users differ at the identity provider", differing.size(), slice.size());
                provisionings.request(differing);
            }
            cursor.moveTo(
                    slice.size() < properties.reconcileSlice()
                            ? null
                            : slice.getLast().userId());
        } catch (IdentityProviderException away) {
            log.warn("reconciliation waits: {}", away.getMessage());
        }
    }

    private List<UUID> differing(List<Settled> slice) {
        Map<UUID, Person> wanted =
                people.withIds(slice.stream().map(Settled::userId).toList());
        List<UUID> differing = new ArrayList<>();
        for (Settled settled : slice) {
            Optional<Person> actual = provider.find(settled.subject());
            Person person = wanted.get(settled.userId());
            if (person != null && !actual.filter(person::agreesWith).isPresent()) {
                meters.counter("identity.reconciliation.repairs", "kind", actual.isPresent() ? "differing" : "missing")
                        .increment();
                differing.add(settled.userId());
            }
        }
        return differing;
    }
}
