package ai.whatsflow.identity.account;

import ai.whatsflow.identity.NewId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A stranger becomes a customer of the owner. */
@Component
public class SignUp {

    private final SignUpAttempts attempts;
    private final Accounts accounts;
    private final OpenAccount openAccount;

    SignUp(SignUpAttempts attempts, Accounts accounts, OpenAccount openAccount) {
        this.attempts = attempts;
        this.accounts = accounts;
        this.openAccount = openAccount;
    }

    /**
     * Answers two fresh ids whether or not the address is known, after the same kind of transaction: somebody who knows
     * the address learns from the mail box, nobody else learns anything.
     *
     * @param source where the request comes from, for counting
     */
    @Transactional
    public SignedUp signUp(NewAccount wanted, String source) {
        attempts.admit(source, wanted.email());
        Account root = accounts.root().orElseThrow();
        return switch (openAccount.open(wanted, root.id())) {
            case AccountOpening.Opened(var account, var user) -> new SignedUp(account.id(), user.id());
            case AccountOpening.EmailInUse _ -> new SignedUp(NewId.next(), NewId.next());
            case AccountOpening.ParentNotActive _ -> throw new IllegalStateException("the root account is not active");
        };
    }

    public record SignedUp(UUID accountId, UUID userId) {}
}
