package ai.whatsflow.node.engine;

/** Hears what happens on a connection: one event at a time, in order. Must not block for long. */
public interface EngineListener {

    void happened(EngineEvent event);
}
