package ai.whatsflow.platform.security;

/** The four tiers of people. */
public enum Tier {
    OWNER,
    SUBDEALER,
    EMPLOYEE,
    CUSTOMER
}
