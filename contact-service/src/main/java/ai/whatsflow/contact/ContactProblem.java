package ai.whatsflow.contact;

import ai.whatsflow.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems of this service. Append-only. */
public enum ContactProblem implements ProblemType {
    CONTACT_LIMIT_REACHED(
            HttpStatus.PAYMENT_REQUIRED, "contact-limit-reached", "Your plan keeps no more contacts than these"),
    SUBSCRIPTION_EXPIRED(HttpStatus.PAYMENT_REQUIRED, "subscription-expired", "Your subscription has ended"),
    ENTITLEMENT_PENDING(HttpStatus.CONFLICT, "entitlement-pending", "Your subscription is still being set up"),
    CONTACT_EXISTS(HttpStatus.CONFLICT, "contact-exists", "You already have a contact with this number"),
    GROUP_EXISTS(HttpStatus.CONFLICT, "group-exists", "You already have a group with this name"),
    PHONE_FIXED(HttpStatus.CONFLICT, "phone-fixed", "A number with a consent history can't be changed"),
    PHONE_INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "phone-invalid", "This is not a phone number");

    private final Entry entry;

    ContactProblem(HttpStatus status, String slug, String title) {
        entry = new Entry(status, slug, title);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
