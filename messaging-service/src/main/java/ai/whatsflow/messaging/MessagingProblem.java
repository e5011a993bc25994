package ai.whatsflow.messaging;

import ai.whatsflow.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems of this service. Append-only. */
public enum MessagingProblem implements ProblemType {
    QUOTA_EXHAUSTED(HttpStatus.PAYMENT_REQUIRED, "quota-exhausted", "Your plan has no messages left for this"),
    SUBSCRIPTION_EXPIRED(HttpStatus.PAYMENT_REQUIRED, "subscription-expired", "Your subscription has ended"),
    ENTITLEMENT_PENDING(HttpStatus.CONFLICT, "entitlement-pending", "Your subscription is still being set up"),
    INSTANCE_UNKNOWN(HttpStatus.NOT_FOUND, "instance-unknown", "You have no such WhatsApp instance"),
    GROUP_UNKNOWN(HttpStatus.NOT_FOUND, "group-unknown", "You have no such contact group"),
    RECIPIENT_INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "recipient-invalid", "This is not a phone number"),
    RECIPIENT_OPTED_OUT(
            HttpStatus.UNPROCESSABLE_CONTENT, "recipient-opted-out", "This recipient is blocked or unsubscribed");

    private final Entry entry;

    MessagingProblem(HttpStatus status, String slug, String title) {
        entry = new Entry(status, slug, title);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
