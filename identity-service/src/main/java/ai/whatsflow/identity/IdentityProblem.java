package ai.whatsflow.identity;

import ai.whatsflow.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems that only this service answers. Append-only. */
public enum IdentityProblem implements ProblemType {
    EMAIL_IN_USE(HttpStatus.CONFLICT, "email-in-use", "This e-mail address already belongs to a user"),
    PARENT_NOT_ACTIVE(HttpStatus.CONFLICT, "parent-not-active", "The account above is suspended or closed"),
    ACCOUNT_CLOSED(HttpStatus.CONFLICT, "account-closed", "This account is closed"),
    ACCOUNT_HAS_OPEN_ACCOUNTS(
            HttpStatus.CONFLICT, "account-has-open-accounts", "There are accounts below this one that are not closed"),
    OWN_ACCOUNT(HttpStatus.CONFLICT, "own-account", "Nobody can do this to their own account or user"),
    SUSPENDED_FROM_ABOVE(
            HttpStatus.FORBIDDEN, "suspended-from-above", "Only those who suspended this account can reinstate it"),
    PERMISSION_NOT_HELD(HttpStatus.FORBIDDEN, "permission-not-held", "Nobody can grant what they don't hold"),
    API_KEY_LIMIT_REACHED(HttpStatus.CONFLICT, "api-key-limit-reached", "This account has as many API keys as it may"),
    API_KEY_INVALID(HttpStatus.UNAUTHORIZED, "api-key-invalid", "This API key is not valid"),
    NOT_AN_EMPLOYEE(HttpStatus.CONFLICT, "not-an-employee", "Only employees hold assignable permission sets");

    private final Entry entry;

    IdentityProblem(HttpStatus status, String slug, String title) {
        entry = new Entry(status, slug, title);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
