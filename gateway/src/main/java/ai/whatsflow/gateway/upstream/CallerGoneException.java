package ai.whatsflow.gateway.upstream;

/** The caller's connection ended while its body was being read: no fault of the service. */
final class CallerGoneException extends RuntimeException {

    CallerGoneException(Throwable cause) {
        super("The caller is gone", cause, false, false);
    }
}
