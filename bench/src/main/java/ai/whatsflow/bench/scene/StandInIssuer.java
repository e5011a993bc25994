package ai.whatsflow.bench.scene;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs tokens as Keycloak does and exchanges API keys as identity-service does: what the gateway checks is real, and
 * neither of the two takes CPU beside it.
 */
public final class StandInIssuer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String REALM = "/realms/whatsflow";
    private static final int LIFE_SECONDS = 3_600;

    private final HttpServer server;
    private final KeyPair keys;
    private final Map<String, Map<String, Object>> apiKeys = new ConcurrentHashMap<>();

    private StandInIssuer(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    public static StandInIssuer start() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StandInIssuer issuer = new StandInIssuer(server, generator.generateKeyPair());
        server.createContext(REALM + "/protocol/openid-connect/certs", exchange -> answer(exchange, issuer.keySet()));
        server.createContext("/internal/v1/jwks.json", exchange -> answer(exchange, issuer.keySet()));
        server.createContext(
                REALM + "/protocol/openid-connect/token",
                exchange -> answer(
                        exchange,
                        Map.of("access_token", issuer.sign(Map.of("azp", "gateway")), "expires_in", LIFE_SECONDS)));
        server.createContext("/internal/v1/api-key-tokens", issuer::exchangeKey);
        server.start();
        return issuer;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String realm() {
        return url() + REALM;
    }

    /** A person's access token; good for the whole run. */
    public String token(Tenant tenant) {
        return sign(Map.of(
                "typ",
                "Bearer",
                "azp",
                "whatsflow-app",
                "uid",
                tenant.userId().toString(),
                "aid",
                tenant.accountId().toString()));
    }

    /** A new API key of that tenant that may do everything with messages. */
    public String apiKey(Tenant tenant, UUID id) {
        String key = "wf_" + id.toString().replace("-", "");
        apiKeys.put(
                key,
                Map.of(
                        "token",
                        "internal",
                        "expiresAt",
                        Instant.now().plusSeconds(LIFE_SECONDS),
                        "apiKeyId",
                        id,
                        "accountId",
                        tenant.accountId(),
                        "userId",
                        tenant.userId(),
                        "scopes",
                        new String[] {"messages:*"}));
        return key;
    }

    private void exchangeKey(HttpExchange exchange) throws IOException {
        String key = JSON.readTree(exchange.getRequestBody()).path("key").asString("");
        Map<String, Object> granted = apiKeys.get(key);
        if (granted == null) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        } else {
            answer(exchange, granted);
        }
    }

    private Map<String, Object> keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of("keys", new Object[] {
            Map.of(
                    "kty", "RSA",
                    "use", "sig",
                    "alg", "RS256",
                    "kid", "bench",
                    "n", number(key.getModulus()),
                    "e", number(key.getPublicExponent()))
        });
    }

    private String sign(Map<String, Object> claims) {
        Map<String, Object> all = new java.util.HashMap<>(claims);
        long now = Instant.now().getEpochSecond();
        all.putAll(Map.of(
                "iss",
                realm(),
                "sub",
                UUID.randomUUID().toString(),
                "aud",
                "whatsflow-api",
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS,
                "jti",
                UUID.randomUUID().toString()));
        String signed = part(Map.of("alg", "RS256", "typ", "JWT", "kid", "bench")) + "." + part(all);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(Map<String, Object> fields) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(fields));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
