package ai.whatsflow.instance.instance.web;

import ai.whatsflow.instance.instance.DeleteInstance;
import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.instance.RestartInstance;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the controller can have done to an instance. */
@Component
class InstanceActions {

    private final IdempotentRequests idempotency;
    private final RestartInstance restartInstance;
    private final DeleteInstance deleteInstance;

    InstanceActions(IdempotentRequests idempotency, RestartInstance restartInstance, DeleteInstance deleteInstance) {
        this.idempotency = idempotency;
        this.restartInstance = restartInstance;
        this.deleteInstance = deleteInstance;
    }

    ResponseEntity<?> once(IdempotencyKey key, Object body, Supplier<ResponseEntity<?>> effect) {
        return idempotency.once(key, body, effect);
    }

    Instance restart(Instance instance) {
        return restartInstance.restart(instance);
    }

    void delete(Instance instance) {
        deleteInstance.delete(instance.id());
    }
}
