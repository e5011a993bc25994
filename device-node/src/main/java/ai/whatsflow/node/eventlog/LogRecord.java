package ai.whatsflow.node.eventlog;

/** @param seq position in the log, rising by one, also across restarts */
public record LogRecord(long seq, byte[] payload) {}
