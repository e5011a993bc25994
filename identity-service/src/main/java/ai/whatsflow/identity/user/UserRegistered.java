package ai.whatsflow.identity.user;

/** A user exists; the identity provider does not know it yet. */
public record UserRegistered(User user) {}
