package ai.whatsflow.billing;

import ai.whatsflow.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Append-only: a slug, once published, keeps its meaning. */
public enum BillingProblem implements ProblemType {
    PACKAGE_UNKNOWN(HttpStatus.NOT_FOUND, "package-unknown", "There is no such package"),
    CURRENCY_MISMATCH(HttpStatus.UNPROCESSABLE_CONTENT, "currency-mismatch", "The account uses another currency"),
    NOT_A_CUSTOMER(HttpStatus.UNPROCESSABLE_CONTENT, "not-a-customer", "Only customers have packages"),
    NO_WALLET(HttpStatus.UNPROCESSABLE_CONTENT, "no-wallet", "This account has no wallet"),
    WALLET_INSUFFICIENT(HttpStatus.CONFLICT, "wallet-insufficient", "The wallet does not hold enough"),
    WALLET_NOT_YOURS(HttpStatus.FORBIDDEN, "wallet-not-yours", "A wallet is spent by its own account only"),
    OWN_PAYMENT(HttpStatus.FORBIDDEN, "own-payment", "Nobody confirms a payment of the own account"),
    PAYMENT_NOT_MANUAL(HttpStatus.CONFLICT, "payment-not-manual", "This payment is confirmed by its provider"),
    PAYMENT_NOT_PENDING(HttpStatus.CONFLICT, "payment-not-pending", "This payment is no longer pending"),
    CREDIT_LIMIT_EXCEEDED(HttpStatus.CONFLICT, "credit-limit-exceeded", "The sub-dealer's credit limit is used up"),
    NOTIFICATION_FORGED(HttpStatus.BAD_REQUEST, "notification-forged", "The notification's signature is wrong"),
    NO_SUBSCRIPTION(HttpStatus.NOT_FOUND, "no-subscription", "This account has no subscription");

    private final Entry entry;

    BillingProblem(HttpStatus status, String slug, String title) {
        entry = new Entry(status, slug, title);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
