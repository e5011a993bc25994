package ai.whatsflow.local.people;

import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Access tokens by the direct grant, which exists on a local platform only. Keycloak's brute-force protection refuses
 * a second sign-in of the same user while one is under way, so a token is used for a while and asked for one at a time.
 */
public final class KeycloakTokens {

    private static final Duration USED_FOR = Duration.ofMinutes(2);

    /** A token and the moment from which it is not handed out any more. */
    private record Issued(String token, long until) {}

    private final Ports ports;
    private final Http http;
    private final Map<String, Issued> issued = new HashMap<>();

    public KeycloakTokens(Ports ports, Http http) {
        this.ports = ports;
        this.http = http;
    }

    Optional<String> ofUser(String email, String password) throws IOException {
        return of("whatsflow", "whatsflow-local", email, password);
    }

    Optional<String> ofAdministrator(String name, String password) throws IOException {
        return of("master", "admin-cli", name, password);
    }

    private synchronized Optional<String> of(String realm, String client, String name, String password)
            throws IOException {
        String key = realm + "/" + name;
        Issued known = issued.get(key);
        if (known != null && System.nanoTime() < known.until()) {
            return Optional.of(known.token());
        }
        Http.Answer answer = http.postForm(
                ports.url(Port.KEYCLOAK) + "/realms/" + realm + "/protocol/openid-connect/token",
                Map.of("grant_type", "password", "client_id", client, "username", name, "password", password));
        if (!answer.ok()) {
            return Optional.empty();
        }
        String token = answer.json().path("access_token").asString("");
        issued.put(key, new Issued(token, System.nanoTime() + USED_FOR.toNanos()));
        return Optional.of(token);
    }
}
