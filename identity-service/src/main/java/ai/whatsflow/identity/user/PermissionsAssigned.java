package ai.whatsflow.identity.user;

/** Holds other permission sets now. */
public record PermissionsAssigned(User user) {}
