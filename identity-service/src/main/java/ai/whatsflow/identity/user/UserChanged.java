package ai.whatsflow.identity.user;

/** Name, mobile or status changed. */
public record UserChanged(User user) {}
