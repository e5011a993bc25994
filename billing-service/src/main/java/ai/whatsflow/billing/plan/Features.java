package ai.whatsflow.billing.plan;

/** What is switched on. */
public record Features(boolean apiAccess, boolean scheduledMessages, boolean groupManagement, boolean analytics) {

    public static final Features NONE = new Features(false, false, false, false);
}
