package ai.whatsflow.billing.simulation;

/** A promise is broken. */
final class Violation extends AssertionError {

    Violation(String promise) {
        super(promise);
    }

    Violation(String promise, Throwable cause) {
        super(promise, cause);
    }
}
