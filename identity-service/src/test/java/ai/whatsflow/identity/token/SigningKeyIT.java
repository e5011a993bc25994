package ai.whatsflow.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.platform.encryption.Sealer;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.SettableClock;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityIT
class SigningKeyIT {

    @Autowired
    RotateSigningKeys rotateSigningKeys;

    @Autowired
    CurrentKeyRing ring;

    @Autowired
    IssueToken issueToken;

    @Autowired
    Sealer sealer;

    @Autowired
    SettableClock clock;

    @Autowired
    ApiClient api;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void backToNow() {
        clock.reset();
        jdbc.sql("DELETE FROM signing_keys").update();
        ring.refresh();
    }

    @Test
    void replicasThatStartTogetherMakeOneKey() {
        jdbc.sql("DELETE FROM signing_keys").update();
        var kids = new HashSet<>(Race.of(
                8, number -> rotateSigningKeys.rotate().keys().getFirst().kid()));
        assertThat(kids).hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theKeyIsSealedAndOpensInItsOwnRowOnly() {
        SigningKey key = ring.get().keys().getFirst();
        byte[] sealed = jdbc.sql("SELECT sealed FROM signing_keys")
                .query((row, number) -> row.getBytes(1))
                .single();
        String exponent = key.pair().getPrivateExponent().toString();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(exponent);
        assertThat(new String(sealer.open(sealed, "signing-key/" + key.kid()), StandardCharsets.UTF_8))
                .contains(exponent);
        assertThatThrownBy(() -> sealer.open(sealed, "signing-key/another"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(jdbc.sql("SELECT public_jwk FROM signing_keys")
                        .query(String.class)
                        .single())
                .doesNotContain(exponent);
    }

    @Test
    void rotatesWithoutAMomentInWhichATokenCannotBeVerified() throws Exception {
        String first = kidOfNewToken();
        clock.advance(Duration.ofDays(90));
        ring.refresh();
        assertThat(count()).isEqualTo(2);
        assertThat(kidOfNewToken()).isEqualTo(first);
        clock.advance(Duration.ofHours(1));
        String second = kidOfNewToken();
        assertThat(second).isNotEqualTo(first);
        assertThat(published()).contains(first, second);
        clock.advance(Duration.ofHours(1));
        ring.refresh();
        assertThat(published()).containsExactly(second);
        assertThat(kidOfNewToken()).isEqualTo(second);
    }

    private String kidOfNewToken() throws Exception {
        SignedJWT token = SignedJWT.parse(issueToken
                .issue(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), List.of("messages:*"))
                .text());
        var key = jwks().getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        return token.getHeader().getKeyID();
    }

    private List<String> published() throws Exception {
        return jwks().getKeys().stream().map(key -> key.getKeyID()).toList();
    }

    private JWKSet jwks() throws Exception {
        return JWKSet.parse(api.get("/internal/v1/jwks.json", null).expect(200).text());
    }

    private int count() {
        return jdbc.sql("SELECT count(*) FROM signing_keys")
                .query(Integer.class)
                .single();
    }
}
