package ai.whatsflow.serverregistry.server;

/**
 * Carries the state of servers to whoever places sessions. Called inside the transaction that stored the state, with
 * the server locked; the state leaves if and only if that transaction commits.
 */
public interface HealthStream {

    /** Publishes the whole state; {@code publication} is never {@link Publication#NONE}. */
    void publish(Server server, Publication publication);
}
