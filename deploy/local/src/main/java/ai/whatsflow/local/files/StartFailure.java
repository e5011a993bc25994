package ai.whatsflow.local.files;

/** Something of the platform cannot run; the message is a sentence for the person at the terminal. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
