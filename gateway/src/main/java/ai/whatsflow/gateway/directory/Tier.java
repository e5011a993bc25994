package ai.whatsflow.gateway.directory;

/** The four tiers of the account tree. */
public enum Tier {
    OWNER,
    SUBDEALER,
    EMPLOYEE,
    CUSTOMER
}
