package ai.whatsflow.demo;

/** The platform did something else than the story says. */
public final class StepFailure extends RuntimeException {

    public StepFailure(String message) {
        super(message, null, false, false);
    }
}
