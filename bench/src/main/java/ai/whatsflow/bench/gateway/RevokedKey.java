package ai.whatsflow.bench.gateway;

import ai.whatsflow.bench.result.Spread;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.bench.scene.StandInIssuer;
import ai.whatsflow.bench.scene.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keys that are used, revoked, and used on until the gateway refuses them. */
record RevokedKey(Scene scene, StandInIssuer issuer, Tenant tenant, String url) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A key that stays good. */
    Map<String, String> key() throws Exception {
        Map<String, String> key = header(UUID.randomUUID());
        await(key, 200);
        return key;
    }

    /** Waits until the gateway has read who this tenant is. */
    void awaitKnown(Map<String, String> token) throws Exception {
        await(token, 200);
    }

    /** From the acknowledgement of the revocation by Kafka to the first refusal. */
    Spread seconds() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID id = UUID.randomUUID();
            Map<String, String> key = header(id);
            await(key, 200);
            tenant.revoke(scene, id);
            long revoked = System.nanoTime();
            await(key, 401);
            seconds.add((System.nanoTime() - revoked) / 1e9);
        }
        return Spread.of(seconds);
    }

    private Map<String, String> header(UUID id) {
        return Map.of("X-API-Key", issuer.apiKey(tenant, id));
    }

    private void await(Map<String, String> headers, int status) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int last = status(headers);
        while (last != status) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(url + " answers " + last + ", not " + status);
            }
            TimeUnit.MILLISECONDS.sleep(2);
            last = status(headers);
        }
    }

    private int status(Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        headers.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
