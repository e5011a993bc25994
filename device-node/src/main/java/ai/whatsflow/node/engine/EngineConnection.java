package ai.whatsflow.node.engine;

/** A device that is coming online, online, or ended. Thread-safe. */
public interface EngineConnection extends AutoCloseable {

    /**
     * Hands a text to WhatsApp. Sends leave in the order of the calls. May block while state is saved or the socket is
     * full; {@link #close} from another thread ends the wait.
     *
     * <p>The outcome comes as {@link EngineEvent.Sent} or {@link EngineEvent.SendRefused}, or not at all when the
     * connection ends first: then nobody knows, and the same message may be sent again with the same id.
     */
    Handover send(OutgoingText text);

    /** Closes the socket before it returns: nothing leaves afterwards. Idempotent, and never waits for the network. */
    @Override
    void close();
}
