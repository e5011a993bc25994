package ai.whatsflow.identity.account;

import ai.whatsflow.identity.Columns;
import ai.whatsflow.identity.NewId;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Counts sign-ups in the database, so that every replica sees the same number. */
@Repository
class SignUpAttempts {

    private final JdbcClient jdbc;
    private final SignUpProperties properties;
    private final Clock clock;

    SignUpAttempts(JdbcClient jdbc, SignUpProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Counts this attempt if there is room for it; otherwise 429, and it does not count. */
    void admit(String source, String email) {
        Instant now = clock.instant();
        byte[] digest = digest(email);
        Counts counts = jdbc.sql("""
                SELECT (SELECT count(*) FROM sign_up_attempts WHERE source = :source AND at > :since) AS by_source,
                       (SELECT count(*) FROM sign_up_attempts WHERE email = :email AND at > :since) AS by_email
                """)
                .param("source", source)
                .param("email", digest)
                .param("since", Columns.utc(now.minus(properties.window())))
                .query((row, number) -> new Counts(row.getLong("by_source"), row.getLong("by_email")))
                .single();
        if (counts.bySource() >= properties.perSource() || counts.byEmail() >= properties.perEmail()) {
            throw new ProblemException(PlatformProblem.RATE_LIMITED, "Too many sign-ups. Try again later.")
                    .retryAfter(properties.window());
        }
        jdbc.sql("INSERT INTO sign_up_attempts (id, source, email, at) VALUES (:id, :source, :email, :at)")
                .param("id", NewId.next())
                .param("source", source)
                .param("email", digest)
                .param("at", Columns.utc(now))
                .update();
    }

    @Scheduled(fixedDelayString = "${identity.sign-up.window}")
    void forgetOld() {
        jdbc.sql("DELETE FROM sign_up_attempts WHERE at < :before")
                .param("before", Columns.utc(clock.instant().minus(properties.window())))
                .update();
    }

    private static byte[] digest(String email) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Counts(long bySource, long byEmail) {}
}
