package ai.whatsflow.bench.way;

import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** What the simulated WhatsApp has received, and when, by the text of the message. */
record Arrivals(Scene scene) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Http HTTP = new Http();

    /** Waits until that many messages whose text starts so have arrived, besides those before; returns the moment of each. */
    Map<String, Instant> await(String prefix, int count, long before) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (distinct() < before + count && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        Map<String, Instant> arrived = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = get("/messages?limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + Http.encode(cursor)));
            for (JsonNode message : page.path("items")) {
                String text = message.path("text").asString("");
                if (text.startsWith(prefix)) {
                    arrived.put(text, Instant.parse(message.path("acceptedAt").asString()));
                }
            }
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        if (arrived.size() < count) {
            throw new TimeoutException("only " + arrived.size() + " of " + count + " messages have arrived");
        }
        return arrived;
    }

    /** Waits until nothing more has arrived for some seconds. */
    void cease() throws Exception {
        long before;
        do {
            before = distinct();
            TimeUnit.SECONDS.sleep(3);
        } while (distinct() > before);
    }

    long distinct() throws IOException {
        return get("/counts").path("distinctSends").asLong(0);
    }

    private JsonNode get(String path) throws IOException {
        return HTTP.get(scene.ports().url(Port.SIMULATOR) + "/simulator/v1" + path, "")
                .json();
    }
}
