package ai.whatsflow.identity.provisioning;

import ai.whatsflow.identity.user.Users;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class FinishProvisioning {

    private final Provisionings provisionings;
    private final Users users;

    FinishProvisioning(Provisionings provisionings, Users users) {
        this.provisionings = provisionings;
        this.users = users;
    }

    /** If the lease ran out during the work, another may have worked on newer facts before us: look once more. */
    @Transactional
    public void finish(ProvisioningTask task) {
        users.markProvisioned(task.userId());
        if (!provisionings.done(task)) {
            provisionings.request(List.of(task.userId()));
        }
    }
}
