package ai.whatsflow.identity.account;

/** A new account in the tree. */
public record AccountRegistered(Account account) {}
