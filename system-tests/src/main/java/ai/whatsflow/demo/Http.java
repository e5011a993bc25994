package ai.whatsflow.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as a user's program would speak it. Thread-safe. */
public final class Http {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client;

    private Http(HttpClient client) {
        this.client = client;
    }

    public static Http plain() {
        return new Http(builder().followRedirects(HttpClient.Redirect.NEVER).build());
    }

    /** With cookies and redirects, as a browser. */
    public static Http browser() {
        return new Http(builder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new LoopbackCookies())
                .build());
    }

    public HttpClient client() {
        return client;
    }

    public Answer get(String url, String... headers) {
        return send("GET", url, null, headers);
    }

    public Answer delete(String url, String... headers) {
        return send("DELETE", url, null, headers);
    }

    public Answer post(String url, Object body, String... headers) {
        return send("POST", url, body, headers);
    }

    public Answer put(String url, Object body, String... headers) {
        return send("PUT", url, body, headers);
    }

    public Answer postForm(String url, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return call(
                "POST",
                url,
                HttpRequest.BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(String method, String url, @Nullable Object body, String... headers) {
        if (body == null) {
            return call(method, url, HttpRequest.BodyPublishers.noBody(), headers);
        }
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return call(method, url, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)), all);
    }

    private Answer call(String method, String url, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(method + " " + url, answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException failed) {
            throw new StepFailure(method + " " + url + " failed: " + failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted");
        }
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
    }
}
