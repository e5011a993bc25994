package ai.whatsflow.identity.account;

/** Closed for good. */
public record AccountClosed(Account account) {}
