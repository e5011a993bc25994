package ai.whatsflow.simulator.network;

/** A device's connection as the network sees it. No method blocks: a device that does not read is not waited for. */
public interface LiveSocket {

    /** The name the other side gave itself, so that counts can tell one node from another. */
    String client();

    void push(Push push);

    void end(Ending ending);
}
