package ai.whatsflow.identity.user;

/** Whether the identity provider has this user yet. */
public enum Provisioning {
    PENDING,
    PROVISIONED
}
