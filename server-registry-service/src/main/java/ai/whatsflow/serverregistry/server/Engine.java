package ai.whatsflow.serverregistry.server;

/**
 * An engine that a node runs.
 *
 * @param idempotentSend the platform chooses the message id, so a resend is the same message
 */
public record Engine(String name, String version, boolean idempotentSend) {}
