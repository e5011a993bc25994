package ai.whatsflow.messaging.batch;

/** EXPANDING still collects the members of its group; QUEUED is complete; FAILED stopped before all were collected. */
public enum BatchStatus {
    EXPANDING,
    QUEUED,
    FAILED
}
