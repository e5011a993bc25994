package ai.whatsflow.node.engine;

import org.jspecify.annotations.Nullable;

/**
 * One way of speaking WhatsApp. Thread-safe. Every implementation passes {@code WhatsAppEngineConformance}.
 */
public interface WhatsAppEngine {

    EngineDescription description();

    /**
     * Begins to bring a device online and returns at once; everything that comes of it arrives at the listener.
     *
     * <p>With the state of a linked device the engine resumes it. Without one, or with one that it has marked as
     * logged out, it pairs: {@link EngineEvent.QrIssued} for each code, then {@link EngineEvent.Linked}.
     *
     * <p><b>Fencing.</b> Before anything that changes the device's state leaves the socket, the changed state has been
     * saved through {@link Fence#save}. Before each frame that another owner of the session must not send twice, the
     * engine asks {@link Fence#holds}. When a save answers STALE nothing leaves any more and the connection ends with
     * {@link Ending#STATE_REFUSED}. A resumed device does not even connect before its first save succeeded, so that an
     * owner of the past disturbs nobody.
     *
     * <p><b>Events</b> reach the listener one at a time, in order. {@link EngineEvent.Ended} comes exactly once, last,
     * also after {@link EngineConnection#close}. The engine never reconnects by itself.
     *
     * @param state what this engine last saved for the session, or null when nothing was saved yet
     */
    EngineConnection open(byte @Nullable [] state, Fence fence, EngineListener listener);
}
