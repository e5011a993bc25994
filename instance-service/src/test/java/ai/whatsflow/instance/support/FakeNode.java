package ai.whatsflow.instance.support;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device node, as far as the platform can see one: it takes commands, remembers WhatsApp ids, and reports. */
public final class FakeNode implements AutoCloseable {

    private static final RSAKey SHARED_KEY = newKey();

    public final UUID serverId = UUID.randomUUID();
    public final String name = "node-" + serverId.toString().substring(0, 8);
    private final JsonMapper json = JsonMapper.builder().build();
    private final ApiClient api;
    private final HttpServer http;
    private final AtomicLong seq = new AtomicLong();
    private final AtomicLong version = new AtomicLong();
    private final Set<String> wire = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
    private final List<UUID> exits = new ArrayList<>();

    /** Every command that came, in order. */
    public final List<JsonNode> commands = new CopyOnWriteArrayList<>();

    /** Every message that went out to WhatsApp, in order: the first time its id came. */
    public final List<UUID> sent = new CopyOnWriteArrayList<>();

    /** Sessions whose commands came from two sides at once. */
    public final Set<String> overlaps = ConcurrentHashMap.newKeySet();

    /** Answers to commands: ACCEPTED, DONE, or a reason to reject. */
    public volatile Function<JsonNode, String> answer = command -> "ACCEPTED";

    /** How long the node takes to answer, and the status it answers with. */
    public volatile long delayMillis;

    public volatile int status = 200;
    public volatile UUID bootId = UUID.randomUUID();

    /** Whether WhatsApp would take a message that it has seen before for the same one. */
    public volatile boolean idempotentSend = true;

    public FakeNode(ApiClient api) {
        this.api = api;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/node/v1/commands", this::take);
        http.start();
    }

    /** What the health stream says of it. */
    public Map<String, Object> health(String status, boolean running) {
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("serverId", serverId);
        health.put("version", version.incrementAndGet());
        health.put("name", name);
        health.put("status", status);
        if (running) {
            health.put("bootId", bootId);
            health.put("url", "http://127.0.0.1:" + http.getAddress().getPort());
        }
        health.put("exitedBootIds", List.copyOf(exits));
        health.put("engines", List.of(Map.of("name", "simulated", "version", "1", "idempotentSend", idempotentSend)));
        health.put("maxDevices", 100);
        health.put("sessions", 0);
        health.put("cpu", 0.1);
        health.put("memory", 0.1);
        health.put("disk", 0.1);
        health.put("labels", Map.of());
        health.put("publicKey", SHARED_KEY.toPublicJWK().toJSONObject());
        health.put("at", Instant.now());
        return health;
    }

    /** Its process ends. */
    public void exit() {
        exits.add(bootId);
    }

    /** A new process of it starts. */
    public void reboot() {
        exits.add(bootId);
        bootId = UUID.randomUUID();
    }

    public List<JsonNode> commands(String type) {
        return commands.stream()
                .filter(command -> command.get("type").asString().equals(type))
                .toList();
    }

    public ApiResponse report(UUID instanceId, long epoch, String type, Map<String, ?> payload) {
        return report(List.of(event(instanceId, epoch, type, payload)));
    }

    public Map<String, Object> event(UUID instanceId, long epoch, String type, Map<String, ?> payload) {
        return new HashMap<>(Map.of(
                "eventId", UUID.randomUUID(),
                "instanceId", instanceId,
                "epoch", epoch,
                "seq", seq.incrementAndGet(),
                "at", Instant.now(),
                "type", type,
                "payload", payload));
    }

    public ApiResponse report(List<Map<String, Object>> events) {
        return api.post("/node-api/v1/events", token(), Map.of("bootId", bootId, "events", events));
    }

    public void online(UUID instanceId, long epoch) {
        report(instanceId, epoch, "session-state", Map.of("state", "ONLINE", "phone", "+94770000001"))
                .expect(200);
    }

    public ApiResponse renew(UUID instanceId, long epoch) {
        return api.post(
                "/node-api/v1/lease-renewals",
                token(),
                Map.of("bootId", bootId, "leases", List.of(Map.of("instanceId", instanceId, "epoch", epoch))));
    }

    public ApiResponse release(UUID instanceId, long epoch) {
        return api.post(
                "/node-api/v1/lease-releases",
                token(),
                Map.of("leases", List.of(Map.of("instanceId", instanceId, "epoch", epoch))));
    }

    /** How the vault answers for this one session. */
    public JsonNode save(UUID instanceId, long epoch, long expectedVersion, byte[] state) {
        return only(saveAll(List.of(write(instanceId, epoch, expectedVersion, state))));
    }

    public JsonNode load(UUID instanceId, long epoch) {
        return only(loadAll(List.of(read(instanceId, epoch))));
    }

    public static Map<String, Object> write(UUID instanceId, long epoch, long expectedVersion, byte[] state) {
        return Map.of("instanceId", instanceId, "epoch", epoch, "expectedVersion", expectedVersion, "state", state);
    }

    public static Map<String, Object> read(UUID instanceId, long epoch) {
        return Map.of("instanceId", instanceId, "epoch", epoch);
    }

    private static JsonNode only(ApiResponse answer) {
        return answer.expect(200).json().at("/results/0");
    }

    public ApiResponse loadAll(List<Map<String, Object>> reads) {
        return api.post("/node-api/v1/vault-reads", token(), Map.of("reads", reads));
    }

    public ApiResponse saveAll(List<Map<String, Object>> writes) {
        return api.post("/node-api/v1/vault-writes", token(), Map.of("writes", writes));
    }

    public String token() {
        return token(SHARED_KEY, serverId, bootId);
    }

    public String forgedToken() {
        return token(newKey(), serverId, bootId);
    }

    private static String token(RSAKey key, UUID serverId, UUID bootId) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("node").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(serverId.toString())
                            .subject(serverId.toString())
                            .audience("whatsflow-nodes")
                            .claim("boot", bootId.toString())
                            .expirationTime(Date.from(Instant.now().plusSeconds(50)))
                            .build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode request = json.readTree(exchange.getRequestBody().readAllBytes());
        boolean signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer ey");
        Set<String> sessions = ConcurrentHashMap.newKeySet();
        request.get("commands")
                .forEach(command -> sessions.add(command.get("instanceId").asString()));
        sessions.forEach(session -> {
            if (busy.computeIfAbsent(session, unused -> new AtomicInteger()).incrementAndGet() > 1) {
                overlaps.add(session);
            }
        });
        LockSupport.parkNanos(delayMillis * 1_000_000);
        List<Map<String, Object>> results = new ArrayList<>();
        request.get("commands").forEach(command -> results.add(take(command)));
        sessions.forEach(session -> busy.get(session).decrementAndGet());
        byte[] body = json.writeValueAsString(Map.of("results", results)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(signed ? status : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Map<String, Object> take(JsonNode command) {
        commands.add(command);
        String word = answer.apply(command);
        boolean taken = word.equals("ACCEPTED") || word.equals("DONE");
        @Nullable JsonNode whatsappId = command.get("whatsappId");
        if (whatsappId != null && taken && wire.add(whatsappId.asString())) {
            sent.add(UUID.fromString(command.get("messageId").asString()));
        }
        String id = command.get("commandId").asString();
        return taken
                ? Map.of("commandId", id, "result", word)
                : Map.of("commandId", id, "result", "REJECTED", "reason", word);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("node").generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
