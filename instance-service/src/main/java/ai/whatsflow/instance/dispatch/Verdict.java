package ai.whatsflow.instance.dispatch;

/** Whether a message may leave now. */
sealed interface Verdict {

    record Send() implements Verdict {}

    /** We do not know enough yet: look again soon. */
    record Hold() implements Verdict {}

    record End(DispatchStatus status, String reason) implements Verdict {}
}
