package ai.whatsflow.platform.inbox;

/** The record can't be handled, now or later: it is parked at once. */
public final class PoisonRecordException extends RuntimeException {

    public PoisonRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
