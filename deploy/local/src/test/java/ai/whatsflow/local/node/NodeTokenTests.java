package ai.whatsflow.local.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NodeTokenTests {

    @Test
    void isSignedByTheKeyOnDisk(@TempDir Path directory) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Path file = Files.writeString(directory.resolve("node-key.json"), jwk((RSAPrivateCrtKey) pair.getPrivate()));

        String token = NodeToken.withKeyIn(file).issue("server", "boot", Instant.ofEpochSecond(1000));

        String[] parts = token.split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(pair.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(json(parts[0]).path("kid").asString("")).isEqualTo("key");
        JsonNode claims = json(parts[1]);
        assertThat(claims.path("iss").asString("")).isEqualTo("server");
        assertThat(claims.path("sub").asString("")).isEqualTo("server");
        assertThat(claims.path("aud").asString("")).isEqualTo("whatsflow-nodes");
        assertThat(claims.path("boot").asString("")).isEqualTo("boot");
        assertThat(claims.path("exp").asLong()).isBetween(1001L, 1060L);
    }

    private static JsonNode json(String part) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String jwk(RSAPrivateCrtKey key) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "kty", "RSA",
                        "kid", "key",
                        "n", encoded(key.getModulus()),
                        "e", encoded(key.getPublicExponent()),
                        "d", encoded(key.getPrivateExponent()),
                        "p", encoded(key.getPrimeP()),
                        "q", encoded(key.getPrimeQ()),
                        "dp", encoded(key.getPrimeExponentP()),
                        "dq", encoded(key.getPrimeExponentQ()),
                        "qi", encoded(key.getCrtCoefficient())));
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
