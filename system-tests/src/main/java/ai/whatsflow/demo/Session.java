package ai.whatsflow.demo;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** One person at the gateway, or one API key. Signs in again when the token grows old. */
public final class Session {

    private static final Duration FRESH = Duration.ofMinutes(3);

    private final String gateway;
    private final Http http;
    private final String header;
    private final Supplier<String> credential;
    private String current = "";
    private long since;

    Session(String gateway, Http http, String header, Supplier<String> credential) {
        this.gateway = gateway;
        this.http = http;
        this.header = header;
        this.credential = credential;
    }

    static Session person(Place place, Http http, String email, String password) {
        SignIn signIn = new SignIn(place, http);
        return new Session(place.gateway(), http, "Authorization", () -> "Bearer " + signIn.as(email, password));
    }

    static Session apiKey(Place place, Http http, String key) {
        return new Session(place.gateway(), http, "X-API-Key", () -> key);
    }

    /** The same person at another door. */
    public Session at(String url) {
        return new Session(url, http, header, this::value);
    }

    public Answer get(String path) {
        return http.get(gateway + path, header, value());
    }

    public Answer delete(String path) {
        return http.delete(gateway + path, header, value());
    }

    /** Posts with a new idempotency key. */
    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** Posts with this idempotency key: the same request, however often it is made. */
    public Answer post(String path, Object body, String idempotencyKey) {
        return http.post(gateway + path, body, header, value(), "Idempotency-Key", idempotencyKey);
    }

    public Answer put(String path, Object body) {
        return http.put(gateway + path, body, header, value());
    }

    String headerName() {
        return header;
    }

    synchronized String value() {
        if (current.isEmpty() || System.nanoTime() - since > FRESH.toNanos()) {
            current = credential.get();
            since = System.nanoTime();
        }
        return current;
    }
}
