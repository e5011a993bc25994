package ai.whatsflow.serverregistry.server.web;

/** One event of a live stream. */
record LiveEntry(String id, String name, Object body) {}
