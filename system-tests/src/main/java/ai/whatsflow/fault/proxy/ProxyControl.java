package ai.whatsflow.fault.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Tells a {@link FaultProxy} in another process what to do. */
public final class ProxyControl {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String url;

    public ProxyControl(String url) {
        this.url = url;
    }

    /** Names of the links; none when no proxy runs. */
    public List<String> links() {
        try {
            return send(HttpRequest.newBuilder(URI.create(url + "/links")).GET())
                    .lines()
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
        } catch (IOException noProxy) {
            return List.of();
        }
    }

    public void impose(String link, Fault fault) throws IOException {
        send(request(link).PUT(BodyPublishers.ofString(fault.line())));
    }

    public void heal(String link) throws IOException {
        send(request(link).DELETE());
    }

    private HttpRequest.Builder request(String link) {
        return HttpRequest.newBuilder(URI.create(url + "/links/" + URLEncoder.encode(link, StandardCharsets.UTF_8)));
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the fault proxy answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
