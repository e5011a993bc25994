package ai.whatsflow.identity.token;

import ai.whatsflow.identity.Columns;
import ai.whatsflow.platform.encryption.Sealer;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The key ring in the database. Private keys are sealed, each under its own id, so that none opens in another row. */
@Repository
class SigningKeys {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    SigningKeys(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** Keeps other replicas from making or dropping keys until the transaction ends. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('identity.signing-keys', 0))")
                .query(row -> {});
    }

    KeyRing ring() {
        return new KeyRing(jdbc.sql("SELECT kid, sealed, active_from FROM signing_keys")
                .query(this::read)
                .list());
    }

    void insert(SigningKey key) {
        jdbc.sql("""
                INSERT INTO signing_keys (kid, public_jwk, sealed, active_from)
                VALUES (:kid, :publicJwk, :sealed, :activeFrom)
                """)
                .param("kid", key.kid())
                .param("publicJwk", key.pair().toPublicJWK().toJSONString())
                .param(
                        "sealed",
                        sealer.seal(key.pair().toJSONString().getBytes(StandardCharsets.UTF_8), context(key.kid())))
                .param("activeFrom", Columns.utc(key.activeFrom()))
                .update();
    }

    void delete(List<SigningKey> keys) {
        jdbc.sql("DELETE FROM signing_keys WHERE kid = ANY(:kids::text[])")
                .param("kids", keys.stream().map(SigningKey::kid).toArray(String[]::new))
                .update();
    }

    private SigningKey read(ResultSet row, int number) throws SQLException {
        String kid = row.getString("kid");
        byte[] opened = sealer.open(row.getBytes("sealed"), context(kid));
        try {
            return new SigningKey(
                    RSAKey.parse(new String(opened, StandardCharsets.UTF_8)), Columns.instant(row, "active_from"));
        } catch (ParseException damaged) {
            throw new IllegalStateException("signing key " + kid + " is damaged", damaged);
        }
    }

    private static String context(String kid) {
        return "signing-key/" + kid;
    }
}
