package ai.whatsflow.identity.account;

/** Suspended itself; the accounts below follow by derivation. */
public record AccountSuspended(Account account) {}
