package ai.whatsflow.node.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registry, instance-service and Keycloak as a node sees them. Checks every call: its token by the enrolled key, its
 * body by the contract. What it found wrong is in {@link #complaints}.
 */
public final class FakePlatform implements AutoCloseable {

    public static final String ENROLMENT_TOKEN = "one-time-token";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final RSAKey keycloakKey;
    private final OpenApiContract contract = OpenApiContract.of("node-callbacks");

    public final UUID serverId = UUID.randomUUID();
    public final List<String> complaints = new CopyOnWriteArrayList<>();
    public final List<JsonNode> registrations = new CopyOnWriteArrayList<>();
    public final List<JsonNode> heartbeats = new CopyOnWriteArrayList<>();
    public final List<JsonNode> events = new CopyOnWriteArrayList<>();
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final Map<UUID, Long> epochs = new ConcurrentHashMap<>();
    public final Map<UUID, Long> released = new ConcurrentHashMap<>();

    /** Status answered instead of doing anything, by the last part of the path. */
    public final Map<String, Integer> broken = new ConcurrentHashMap<>();

    public volatile String leaseTime = "PT3S";
    public volatile boolean tokenUsed;

    /** As if a newer owner had been chosen for every session this moment. */
    public volatile boolean vaultIsStale;

    private volatile @Nullable RSAKey nodeKey;
    private final Map<String, String> serviceTokens = new ConcurrentHashMap<>();
    private final Map<UUID, JsonNode> vault = new ConcurrentHashMap<>();

    public FakePlatform() {
        try {
            keycloakKey = new RSAKeyGenerator(2048).keyID("keycloak").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String issuer() {
        return url() + "/realms/whatsflow";
    }

    /** A token of our Keycloak for that client. */
    public String serviceToken(String client) {
        return token(
                keycloakKey, issuer(), "whatsflow-api", client, Instant.now().plusSeconds(60));
    }

    public String token(RSAKey key, String issuer, String audience, String client, Instant expires) {
        return sign(
                key,
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(audience)
                        .claim("azp", client)
                        .claim("typ", "Bearer")
                        .issueTime(Date.from(expires.minusSeconds(60)))
                        .expirationTime(Date.from(expires))
                        .build());
    }

    public RSAKey keycloakKey() {
        return keycloakKey;
    }

    private static String sign(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<JsonNode> events(UUID instanceId, String type) {
        return events.stream()
                .filter(event -> event.get("type").asString().equals(type)
                        && event.get("instanceId").asString().equals(instanceId.toString()))
                .toList();
    }

    public List<String> states(UUID instanceId) {
        return events(instanceId, "session-state").stream()
                .map(event -> event.get("payload").get("state").asString()
                        + event.get("payload").path("reason").asString("").replaceAll("^(.+)$", " ($1)"))
                .toList();
    }

    /** The last one; empty when there was none yet. */
    public String state(UUID instanceId) {
        List<String> states = states(instanceId);
        return states.isEmpty() ? "" : states.getLast();
    }

    public long vaultVersion(UUID instanceId) {
        JsonNode entry = vault.get(instanceId);
        return entry == null ? 0 : entry.get("version").asLong();
    }

    public JsonNode vaultState(UUID instanceId) {
        return JSON.readTree(
                Base64.getDecoder().decode(vault.get(instanceId).get("state").asString()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String last = path.substring(path.lastIndexOf('/') + 1);
        calls.add(exchange.getRequestMethod() + " " + last);
        try {
            Integer status = broken.get(last);
            if (status != null) {
                answer(exchange, status, Map.of());
            } else if (last.equals("certs")) {
                answer(exchange, 200, new JWKSet(keycloakKey.toPublicJWK()).toJSONObject());
            } else if (last.equals("enrolments")) {
                enrol(exchange, body);
            } else if (!authentic(exchange, body)) {
                complaints.add("no authentic token: " + path);
                answer(exchange, 401, Map.of());
            } else {
                route(exchange, path, last, body);
            }
        } catch (RuntimeException e) {
            complaints.add(path + " failed: " + e);
            answer(exchange, 500, Map.of());
        }
    }

    private void route(HttpExchange exchange, String path, String last, String body) throws IOException {
        switch (last) {
            case "registrations" -> {
                registrations.add(checked("Registration", body));
                answer(exchange, 200, Map.of("heartbeatInterval", "PT0.2S", "leaseTime", leaseTime));
            }
            case "heartbeats" -> {
                heartbeats.add(checked("Heartbeat", body));
                answer(exchange, 204, Map.of());
            }
            case "lease-renewals" -> renew(exchange, checked("RenewalRequest", body));
            case "lease-releases" -> {
                checked("ReleaseRequest", body)
                        .get("leases")
                        .forEach(lease ->
                                released.put(id(lease), lease.get("epoch").asLong()));
                answer(exchange, 204, Map.of());
            }
            case "vault-reads" -> vault(exchange, checked("VaultReads", body).get("reads"), this::read);
            case "vault-writes" -> vault(exchange, checked("VaultWrites", body).get("writes"), this::write);
            case "events" -> {
                JsonNode delivered = checked("EventsRequest", body).get("events");
                delivered.forEach(events::add);
                answer(
                        exchange,
                        200,
                        Map.of(
                                "ackedThrough",
                                delivered.get(delivered.size() - 1).get("seq")));
            }
            default -> {
                complaints.add("unknown call " + path);
                answer(exchange, 404, Map.of());
            }
        }
    }

    private void enrol(HttpExchange exchange, String body) throws IOException {
        JsonNode request = checked("EnrolmentRequest", body);
        if (tokenUsed || !request.get("enrolmentToken").asString().equals(ENROLMENT_TOKEN)) {
            answer(exchange, 401, Map.of());
            return;
        }
        tokenUsed = true;
        try {
            nodeKey = RSAKey.parse(request.get("publicKey").toString());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        answer(exchange, 201, Map.of("serverId", serverId));
    }

    private boolean authentic(HttpExchange exchange, String body) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        RSAKey key = nodeKey;
        if (header == null || key == null) {
            return false;
        }
        try {
            SignedJWT jwt = SignedJWT.parse(header.substring("Bearer ".length()));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            JsonNode bootId = body.isEmpty() ? null : JSON.readTree(body).get("bootId");
            return jwt.verify(new RSASSAVerifier(key))
                    && key.getKeyID().equals(jwt.getHeader().getKeyID())
                    && claims.getIssuer().equals(serverId.toString())
                    && claims.getSubject().equals(serverId.toString())
                    && claims.getAudience().contains("whatsflow-nodes")
                    && (bootId == null || bootId.asString().equals(claims.getStringClaim("boot")))
                    && claims.getExpirationTime().toInstant().isAfter(Instant.now())
                    && claims.getExpirationTime()
                            .toInstant()
                            .isBefore(Instant.now().plusSeconds(61));
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private void renew(HttpExchange exchange, JsonNode request) throws IOException {
        List<Map<String, Object>> items = new ArrayList<>();
        request.get("leases").forEach(lease -> {
            Long epoch = epochs.get(id(lease));
            String result =
                    epoch == null ? "MISSING" : epoch == lease.get("epoch").asLong() ? "RENEWED" : "LOST";
            items.add(Map.of("instanceId", id(lease), "result", result));
        });
        answer(exchange, 200, Map.of("leaseTime", leaseTime, "items", items));
    }

    private synchronized void vault(
            HttpExchange exchange, JsonNode asked, Function<JsonNode, Map<String, Object>> answers) throws IOException {
        List<Map<String, Object>> results = new ArrayList<>();
        for (JsonNode each : asked) {
            boolean stale = vaultIsStale || each.get("epoch").asLong() != epochs.getOrDefault(id(each), 0L);
            Map<String, Object> result = new HashMap<>(stale ? Map.of("outcome", "STALE") : answers.apply(each));
            result.put("instanceId", each.get("instanceId"));
            result.put("epoch", each.get("epoch"));
            results.add(result);
        }
        answer(exchange, 200, Map.of("results", results));
    }

    private Map<String, Object> read(JsonNode asked) {
        JsonNode entry = vault.get(id(asked));
        return entry == null
                ? Map.of("outcome", "EMPTY")
                : Map.of("outcome", "FOUND", "version", entry.get("version"), "state", entry.get("state"));
    }

    private Map<String, Object> write(JsonNode asked) {
        UUID instanceId = id(asked);
        if (asked.get("expectedVersion").asLong() != vaultVersion(instanceId)) {
            return Map.of("outcome", "STALE");
        }
        long version = vaultVersion(instanceId) + 1;
        vault.put(
                instanceId,
                JSON.valueToTree(
                        Map.of("version", version, "state", asked.get("state").asString())));
        return Map.of("outcome", "SAVED", "version", version);
    }

    private JsonNode checked(String schema, String body) {
        complaints.addAll(contract.errors(schema, body));
        return JSON.readTree(body);
    }

    private static UUID id(JsonNode lease) {
        return UUID.fromString(lease.get("instanceId").asString());
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = status == 204 ? new byte[0] : JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
