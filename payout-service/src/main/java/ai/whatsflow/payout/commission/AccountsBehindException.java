package ai.whatsflow.payout.commission;

import java.util.UUID;
import org.springframework.dao.TransientDataAccessException;

/** The account directory has not read this account yet; the event is tried again until it has. */
final class AccountsBehindException extends TransientDataAccessException {
    AccountsBehindException(UUID accountId) {
        super("Account " + accountId + " is not known here yet");
    }
}
