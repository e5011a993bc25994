package ai.whatsflow.local.node;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A token that a node's key signs, as the protocol between node and platform asks for. */
record NodeToken(RSAPrivateCrtKey key, String keyId) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LIFETIME_SECONDS = 45;

    static NodeToken withKeyIn(Path file) throws GeneralSecurityException {
        JsonNode jwk = JSON.readTree(file.toFile());
        RSAPrivateCrtKeySpec spec = new RSAPrivateCrtKeySpec(
                number(jwk, "n"),
                number(jwk, "e"),
                number(jwk, "d"),
                number(jwk, "p"),
                number(jwk, "q"),
                number(jwk, "dp"),
                number(jwk, "dq"),
                number(jwk, "qi"));
        return new NodeToken(
                (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec),
                jwk.path("kid").asString(""));
    }

    String issue(String serverId, String bootId, Instant now) throws GeneralSecurityException {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", serverId);
        claims.put("sub", serverId);
        claims.put("aud", "whatsflow-nodes");
        claims.put("boot", bootId);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + LIFETIME_SECONDS);
        claims.put("jti", UUID.randomUUID().toString());
        String signed = encoded(JSON.writeValueAsBytes(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId)))
                + "."
                + encoded(JSON.writeValueAsBytes(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    private static BigInteger number(JsonNode jwk, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(field).asString("")));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
