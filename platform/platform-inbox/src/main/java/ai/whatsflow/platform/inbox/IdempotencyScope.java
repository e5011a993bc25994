package ai.whatsflow.platform.inbox;

import jakarta.servlet.http.HttpServletRequest;

/** Says whose idempotency keys a request uses: two accounts may choose the same key. */
@FunctionalInterface
public interface IdempotencyScope {

    String of(HttpServletRequest request);
}
