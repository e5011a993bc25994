package ai.whatsflow.identity.account;

import ai.whatsflow.identity.user.User;

/** How the attempt to open an account ended; of all but the first nothing is written. */
public sealed interface AccountOpening {

    record Opened(Account account, User user) implements AccountOpening {}

    record EmailInUse() implements AccountOpening {}

    record ParentNotActive() implements AccountOpening {}
}
