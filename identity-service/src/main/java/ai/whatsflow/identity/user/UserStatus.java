package ai.whatsflow.identity.user;

public enum UserStatus {
    ACTIVE,
    DISABLED
}
