package ai.whatsflow.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP, at its own port. Thread-safe. */
public final class ApiClient {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Supplier<String> baseUrl;
    private final JsonMapper mapper;

    ApiClient(Supplier<String> baseUrl, JsonMapper mapper) {
        this.baseUrl = baseUrl;
        this.mapper = mapper;
    }

    public String baseUrl() {
        return baseUrl.get();
    }

    public ApiResponse get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, null, headers);
    }

    public ApiResponse delete(String path, @Nullable String token, String... headers) {
        return send("DELETE", path, token, null, headers);
    }

    /** Posts JSON; a {@link String} body is sent as it is. Headers come as name, value, name, value. */
    public ApiResponse post(String path, @Nullable String token, @Nullable Object body, String... headers) {
        return send("POST", path, token, body, headers);
    }

    public ApiResponse put(String path, @Nullable String token, @Nullable Object body, String... headers) {
        return send("PUT", path, token, body, headers);
    }

    public ApiResponse send(
            String method, String path, @Nullable String token, @Nullable Object body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl.get() + path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(
                                body instanceof String text ? text : mapper.writeValueAsString(body)));
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new ApiResponse(answer.statusCode(), answer.headers(), answer.body(), mapper);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
