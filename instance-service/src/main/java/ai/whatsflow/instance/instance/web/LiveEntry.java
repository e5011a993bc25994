package ai.whatsflow.instance.instance.web;

/** One event of a live stream. */
record LiveEntry(String id, String name, Object body) {}
