package ai.whatsflow.identity.account;

/** No longer suspended itself. */
public record AccountReinstated(Account account) {}
