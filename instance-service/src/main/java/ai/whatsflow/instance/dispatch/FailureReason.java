package ai.whatsflow.instance.dispatch;

/** Why we ended a message ourselves; a node's own reasons pass through as they are. */
final class FailureReason {

    static final String INSTANCE_UNKNOWN = "instance-unknown";
    static final String MESSAGE_INVALID = "message-invalid";
    static final String INSTANCE_DELETED = "instance-deleted";
    static final String RECIPIENT_OPTED_OUT = "recipient-opted-out";
    static final String ACCOUNT_SUSPENDED = "account-suspended";
    static final String SUBSCRIPTION_EXPIRED = "subscription-expired";
    static final String WAITED_TOO_LONG = "waited-too-long";
    static final String OUTCOME_UNKNOWN = "outcome-unknown";

    private FailureReason() {}
}
