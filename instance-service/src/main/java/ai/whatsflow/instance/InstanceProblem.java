package ai.whatsflow.instance;

import ai.whatsflow.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** This service's error catalogue. Append-only. */
public enum InstanceProblem implements ProblemType {
    DEVICE_LIMIT_REACHED(
            HttpStatus.PAYMENT_REQUIRED, "device-limit-reached", "Your package allows no more devices than you have"),
    SUBSCRIPTION_EXPIRED(HttpStatus.PAYMENT_REQUIRED, "subscription-expired", "Your subscription has run out"),
    ENTITLEMENT_PENDING(HttpStatus.CONFLICT, "entitlement-pending", "Your subscription is still being set up"),
    ENGINE_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "engine-unknown", "There is no such engine"),
    QR_NOT_AVAILABLE(HttpStatus.NOT_FOUND, "qr-not-available", "There is no QR code to scan now"),
    NODE_TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "node-token-invalid", "A token signed by an enrolled node is needed");

    private final Entry entry;

    InstanceProblem(HttpStatus status, String slug, String title) {
        entry = new Entry(status, slug, title);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
