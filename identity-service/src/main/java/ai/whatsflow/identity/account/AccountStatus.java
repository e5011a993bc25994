package ai.whatsflow.identity.account;

/** An account's own status; what holds for it also depends on the accounts above. */
public enum AccountStatus {
    ACTIVE,
    SUSPENDED,
    CLOSED;

    boolean canBecome(AccountStatus next) {
        return switch (this) {
            case ACTIVE -> next == SUSPENDED || next == CLOSED;
            case SUSPENDED -> true; // also again, when somebody above takes the suspension over
            case CLOSED -> false;
        };
    }
}
