package ai.whatsflow.serverregistry.enrolment;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hashes of enrolment tokens; a server has at most one that can be used. */
@Repository
class EnrolmentTokens {

    private final JdbcClient jdbc;

    EnrolmentTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(UUID serverId, EnrolmentToken token, Duration lifetime, UUID issuedBy) {
        jdbc.sql("DELETE FROM enrolment_tokens WHERE server_id = :server AND used_at IS NULL")
                .param("server", serverId)
                .update();
        jdbc.sql("""
                        INSERT INTO enrolment_tokens (token_hash, server_id, issued_by, expires_at)
                        VALUES (:hash, :server, :issuedBy, clock_timestamp() + :lifetime * interval '1 millisecond')
                        """)
                .param("hash", token.hash())
                .param("server", serverId)
                .param("issuedBy", issuedBy)
                .param("lifetime", lifetime.toMillis())
                .update();
    }

    /** Uses the token up; of any number of callers at once exactly one gets the server. */
    Optional<UUID> redeem(EnrolmentToken token) {
        return jdbc.sql("""
                        UPDATE enrolment_tokens SET used_at = clock_timestamp()
                        WHERE token_hash = :hash AND used_at IS NULL AND expires_at > clock_timestamp()
                        RETURNING server_id
                        """).param("hash", token.hash()).query(UUID.class).optional();
    }
}
