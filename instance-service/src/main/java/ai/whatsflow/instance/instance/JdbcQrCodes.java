package ai.whatsflow.instance.instance;

import ai.whatsflow.instance.sql.UtcTime;
import ai.whatsflow.platform.encryption.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQrCodes implements QrCodes {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    JdbcQrCodes(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @Override
    public Optional<QrCode> find(UUID instanceId) {
        return jdbc.sql("SELECT * FROM qr_codes WHERE instance_id = :id AND expires_at > clock_timestamp()")
                .param("id", instanceId)
                .query((row, number) -> new QrCode(
                        new String(sealer.open(row.getBytes("sealed"), context(instanceId)), StandardCharsets.UTF_8),
                        row.getInt("attempt"),
                        row.getInt("attempts"),
                        UtcTime.read(row, "expires_at")))
                .optional();
    }

    @Override
    public void show(UUID instanceId, QrCode qr) {
        jdbc.sql("""
                        INSERT INTO qr_codes (instance_id, sealed, attempt, attempts, expires_at)
                        VALUES (:id, :sealed, :attempt, :attempts, :expiresAt)
                        ON CONFLICT (instance_id) DO UPDATE
                        SET sealed = excluded.sealed, attempt = excluded.attempt, attempts = excluded.attempts,
                            expires_at = excluded.expires_at
                        """)
                .param("id", instanceId)
                .param("sealed", sealer.seal(qr.code().getBytes(StandardCharsets.UTF_8), context(instanceId)))
                .param("attempt", qr.attempt())
                .param("attempts", qr.of())
                .param("expiresAt", UtcTime.of(qr.expiresAt()))
                .update();
    }

    @Override
    public void hide(Collection<UUID> instanceIds) {
        jdbc.sql("DELETE FROM qr_codes WHERE instance_id = ANY (:ids::uuid[])")
                .param("ids", instanceIds.toArray(UUID[]::new))
                .update();
    }

    private static String context(UUID instanceId) {
        return "qr/" + instanceId;
    }
}
