package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a request's effect once per {@code Idempotency-Key}. The key, the hash of the body and the answer are stored in
 * the transaction of the effect; a repetition gets the stored answer, another body 422, and one that comes while the
 * first is still running 409. Nothing is stored when the effect throws. Without a key the effect simply runs in a
 * transaction. Thread-safe.
 */
public class IdempotentRequests {

    private static final String SELECT = "SELECT body_hash, status, location, etag, body FROM idempotency_key"
            + " WHERE scope = ? AND operation = ? AND key = ?";
    private static final String INSERT =
            "INSERT INTO idempotency_key (scope, operation, key, body_hash, status, location, etag, body)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper mapper;

    IdempotentRequests(JdbcTemplate jdbc, TransactionTemplate transaction, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.mapper = mapper;
    }

    /**
     * @param body the request as it was read; its JSON form is what is compared
     * @param effect the use case, run in a transaction this method opens
     */
    public ResponseEntity<?> once(IdempotencyKey key, @Nullable Object body, Supplier<ResponseEntity<?>> effect) {
        ResponseEntity<?> answer = transaction.execute(
                status -> key.value() == null ? effect.get() : onceIn(key, key.value(), hash(body), effect));
        return java.util.Objects.requireNonNull(answer);
    }

    private ResponseEntity<?> onceIn(
            IdempotencyKey key, String value, byte[] hash, Supplier<ResponseEntity<?>> effect) {
        Boolean mine = jdbc.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                Boolean.class,
                key.scope() + '\n' + key.operation() + '\n' + value);
        if (!Boolean.TRUE.equals(mine)) {
            throw new ProblemException(
                            PlatformProblem.REQUEST_IN_FLIGHT, "The first request with this key is still running.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        List<Stored> stored = jdbc.query(
                SELECT,
                (row, number) -> new Stored(
                        row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)),
                key.scope(),
                key.operation(),
                value);
        if (!stored.isEmpty()) {
            return replay(stored.getFirst(), hash);
        }
        ResponseEntity<?> answer = effect.get();
        URI location = answer.getHeaders().getLocation();
        jdbc.update(
                INSERT,
                key.scope(),
                key.operation(),
                value,
                hash,
                answer.getStatusCode().value(),
                location == null ? null : location.toString(),
                answer.getHeaders().getETag(),
                answer.getBody() == null ? null : mapper.writeValueAsString(answer.getBody()));
        return answer;
    }

    private ResponseEntity<?> replay(Stored stored, byte[] hash) {
        if (!MessageDigest.isEqual(stored.hash(), hash)) {
            throw new ProblemException(
                    PlatformProblem.IDEMPOTENCY_KEY_REUSED, "Use a new key for a new request; nothing was changed.");
        }
        HttpHeaders headers = new HttpHeaders();
        headers.set("Idempotency-Replayed", "true");
        if (stored.location() != null) {
            headers.setLocation(URI.create(stored.location()));
        }
        if (stored.etag() != null) {
            headers.setETag(stored.etag());
        }
        var answer = ResponseEntity.status(stored.status()).headers(headers);
        if (stored.body() == null) {
            return answer.build();
        }
        JsonNode body = mapper.readTree(stored.body());
        return answer.contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private byte[] hash(@Nullable Object body) {
        try {
            String text = body == null ? "" : mapper.writeValueAsString(body);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Forgets keys older than 48 hours. */
    int forget() {
        return jdbc.update("DELETE FROM idempotency_key WHERE created_at < now() - interval '48 hours'");
    }

    private record Stored(
            byte[] hash,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}
}
