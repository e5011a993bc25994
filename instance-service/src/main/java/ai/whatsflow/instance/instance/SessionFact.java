package ai.whatsflow.instance.instance;

/** What happened to an instance, as others hear of it. */
public enum SessionFact {
    CREATED,
    QR_ISSUED,
    LINKED,
    CONNECTED,
    DISCONNECTED,
    LOGGED_OUT,
    MOVED
}
