package ai.whatsflow.platform.test;

import tools.jackson.databind.JsonNode;

/** An event as it stands on a topic. */
public record PublishedEvent(String id, String type, String key, int partition, long offset, JsonNode payload) {}
