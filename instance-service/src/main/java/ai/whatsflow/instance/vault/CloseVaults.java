package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.instance.InstanceDeleted;
import ai.whatsflow.instance.instance.SessionsLoggedOut;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows what happens to instances: a log-out tombstones the state, only a deletion removes it. */
@Component
class CloseVaults {

    private final Vaults vaults;

    CloseVaults(Vaults vaults) {
        this.vaults = vaults;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void tombstone(SessionsLoggedOut loggedOut) {
        vaults.tombstone(loggedOut.instanceIds());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(InstanceDeleted deleted) {
        vaults.delete(deleted.instanceId());
    }
}
