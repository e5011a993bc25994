package ai.whatsflow.billing.simulation;

/** The process is gone. An error, so that nothing on the way takes it for a failure of its own. */
final class Crash extends Error {

    Crash() {
        super("crash", null, false, false);
    }
}
