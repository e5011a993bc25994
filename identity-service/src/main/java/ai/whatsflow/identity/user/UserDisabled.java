package ai.whatsflow.identity.user;

/** May no longer sign in; sessions end. */
public record UserDisabled(User user) {}
