package ai.whatsflow.gateway.world;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An issuer with real keys: publishes them, gives service tokens, signs people's tokens as Keycloak shapes them. */
public final class StandInKeycloak {

    private final StubService http = new StubService();
    private final List<RSAKey> keys = new CopyOnWriteArrayList<>();

    public StandInKeycloak() {
        rotate();
        http.on("/realms/whatsflow/protocol/openid-connect/certs", exchange -> {
            List<JWK> published = new ArrayList<>();
            keys.forEach(key -> published.add(key.toPublicJWK()));
            http.answer(exchange, 200, "application/json", new JWKSet(published).toString());
        });
        http.on("/realms/whatsflow/protocol/openid-connect/token", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            boolean known = body.contains("grant_type=client_credentials")
                    && body.contains("client_id=gateway")
                    && body.contains("client_secret=secret");
            String token = sign(claims().claim("azp", "gateway").build());
            http.answer(
                    exchange,
                    known ? 200 : 401,
                    "application/json",
                    known ? "{\"access_token\":\"" + token + "\",\"expires_in\":300}" : "{}");
        });
    }

    public String issuer() {
        return http.url() + "/realms/whatsflow";
    }

    public StubService http() {
        return http;
    }

    /** Signs with a new key from now on; the old ones stay published. */
    public void rotate() {
        keys.addFirst(TestKeys.genuine(UUID.randomUUID().toString()));
    }

    public RSAKey key() {
        return keys.getFirst();
    }

    public String tokenOf(Party party) {
        return sign(claims(party).build());
    }

    public JWTClaimsSet.Builder claims(Party party) {
        return claims().claim("uid", party.userId().toString())
                .claim("aid", party.accountId().toString());
    }

    public JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(UUID.randomUUID().toString())
                .audience(List.of("whatsflow-api", "account"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString())
                .claim("typ", "Bearer")
                .claim("azp", "whatsflow-app");
    }

    public String sign(JWTClaimsSet claims) {
        return sign(key(), JWSAlgorithm.RS256, claims);
    }

    public static String sign(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) {
        try {
            return sign(new RSASSASigner(key), key.getKeyID(), algorithm, claims);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String sign(JWSSigner signer, String keyId, JWSAlgorithm algorithm, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .keyID(keyId)
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
