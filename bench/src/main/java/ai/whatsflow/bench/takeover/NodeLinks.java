package ai.whatsflow.bench.takeover;

import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The ways between a node and the platform, all of which lead through the fault proxy; the one to WhatsApp is left. */
record NodeLinks(Ports ports, String node) {

    /** Nothing passes and nobody is told, as when a switch dies. */
    void cut() throws IOException, InterruptedException {
        each(HttpRequest.newBuilder().PUT(BodyPublishers.ofString("BLACK_HOLE BOTH 0 1")));
    }

    void heal() throws IOException, InterruptedException {
        each(HttpRequest.newBuilder().DELETE());
    }

    private void each(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String link : List.of(
                    node + ">instance-service", node + ">server-registry-service", "instance-service>" + node)) {
                URI uri = URI.create(ports.url(Port.FAULT_CONTROL) + "/links/" + Http.encode(link));
                int status = client.send(
                                request.copy()
                                        .uri(uri)
                                        .timeout(Duration.ofSeconds(5))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
                if (status != 200) {
                    throw new IOException("the fault proxy answers " + status + " for " + link);
                }
            }
        }
    }
}
