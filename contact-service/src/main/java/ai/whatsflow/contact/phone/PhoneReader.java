package ai.whatsflow.contact.phone;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.AccountDirectory;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the region in which an account's numbers are read. */
@Component
public class PhoneReader {

    private final AccountDirectory accounts;

    PhoneReader(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    /** The asked region, else the account's own; null when neither is known. */
    public @Nullable String regionFor(UUID accountId, @Nullable String asked) {
        if (asked == null) {
            return accounts.find(accountId)
                    .flatMap(account -> HomeRegion.of(account.timeZone().getId(), account.currency()))
                    .orElse(null);
        }
        if (!PhoneNumbers.knowsRegion(asked)) {
            throw new ProblemException(PlatformProblem.INVALID, "The region is not an ISO 3166 country code.")
                    .at("/region", "Two capital letters such as LK.");
        }
        return asked;
    }
}
