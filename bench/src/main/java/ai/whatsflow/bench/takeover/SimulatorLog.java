package ai.whatsflow.bench.takeover;

import ai.whatsflow.local.component.Http;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The messages that the simulated WhatsApp has accepted, in their order, each seen once. */
final class SimulatorLog {

    private static final int PAGE = 10_000;

    private final String url;
    private final Http http = new Http();
    private final List<Accepted> seen = new ArrayList<>();
    private int position;

    SimulatorLog(String simulatorUrl) {
        this.url = simulatorUrl + "/simulator/v1/messages?limit=" + PAGE + "&cursor=";
    }

    /**
     * A message.
     *
     * @param client the node whose socket it came through
     */
    record Accepted(String sender, String client, Instant at) {}

    /** Everything since the beginning. */
    List<Accepted> read() throws IOException {
        while (true) {
            Http.Answer answer = http.get(url + position, "");
            if (!answer.ok()) {
                throw new IOException("the simulator answers " + answer);
            }
            int before = position;
            for (JsonNode item : answer.json().path("items")) {
                seen.add(new Accepted(
                        item.path("sender").asString(""),
                        item.path("client").asString(""),
                        Instant.parse(item.path("acceptedAt").asString(""))));
                position++;
            }
            if (position - before < PAGE) {
                return seen;
            }
        }
    }
}
