package ai.whatsflow.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands in for both token issuers on a port of its own: it publishes real key sets and answers client-credentials
 * requests. The tokens are real; only who asks is not checked.
 */
public final class TestIssuer {

    private static final TestIssuer SHARED = new TestIssuer();

    private final RSAKey keycloakKey;
    private final RSAKey internalKey;
    private final String baseUrl;

    private TestIssuer() {
        try {
            keycloakKey = new RSAKeyGenerator(2048).keyID("keycloak-test").generate();
            internalKey = new RSAKeyGenerator(2048).keyID("internal-test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            baseUrl = "http://127.0.0.1:" + server.getAddress().getPort();
            server.createContext(
                    "/realms/whatsflow/protocol/openid-connect/certs",
                    exchange -> answer(exchange, new JWKSet(keycloakKey.toPublicJWK()).toString()));
            server.createContext(
                    "/internal/v1/jwks.json",
                    exchange -> answer(exchange, new JWKSet(internalKey.toPublicJWK()).toString()));
            server.createContext("/realms/whatsflow/protocol/openid-connect/token", this::clientCredentials);
            server.start();
        } catch (JOSEException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static TestIssuer shared() {
        return SHARED;
    }

    public String keycloakIssuer() {
        return baseUrl + "/realms/whatsflow";
    }

    public String internalIssuer() {
        return baseUrl;
    }

    String signKeycloak(JWTClaimsSet claims) {
        return sign(keycloakKey, JOSEObjectType.JWT, claims);
    }

    String signInternal(JWTClaimsSet claims) {
        return sign(internalKey, new JOSEObjectType("at+jwt"), claims);
    }

    static String sign(RSAKey key, JOSEObjectType type, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(type)
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void clientCredentials(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = Stream.of(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8)));
        String token = new TestTokens(this).service(fields.getOrDefault("client_id", "nobody"));
        answer(exchange, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
