package ai.whatsflow.platform.security;

/** The account's own status; whether it is suspended also depends on its ancestors. */
public enum AccountStatus {
    ACTIVE,
    SUSPENDED,
    CLOSED
}
