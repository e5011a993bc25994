package ai.whatsflow.identity.permission;

import ai.whatsflow.identity.NewId;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings the rows of the built-in sets to what this release says. The caller keeps other replicas out. */
@Component
public class DefineBuiltInPermissionSets {

    private final PermissionSets sets;
    private final ApplicationEventPublisher events;

    DefineBuiltInPermissionSets(PermissionSets sets, ApplicationEventPublisher events) {
        this.sets = sets;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void define() {
        for (BuiltInPermissionSet builtIn : BuiltInPermissionSet.values()) {
            Optional<PermissionSet> stored = sets.named(builtIn.name());
            if (stored.isEmpty()) {
                PermissionSet set = new PermissionSet(NewId.next(), builtIn.name(), builtIn.permissions(), 1);
                sets.insert(set);
                events.publishEvent(new PermissionSetDefined(set));
            } else if (!stored.get().permissions().equals(builtIn.permissions())) {
                PermissionSet set = stored.get().redefined(builtIn.permissions());
                sets.update(set);
                events.publishEvent(new PermissionSetDefined(set));
            }
        }
    }
}
