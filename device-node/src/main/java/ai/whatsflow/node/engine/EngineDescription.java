package ai.whatsflow.node.engine;

/**
 * @param name under which the platform asks for it
 * @param idempotentSend the caller chooses the message id, and WhatsApp delivers one id once
 */
public record EngineDescription(String name, String version, boolean idempotentSend) {}
