package ai.whatsflow.instance.node;

/**
 * An engine that a node offers.
 *
 * @param idempotentSend a message sent again under the same id is the same message
 */
public record NodeEngine(String name, boolean idempotentSend) {}
