package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.problem.Outcome;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.net.URI;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** The answer to a request, with the hash of the body it answers. */
record StoredAnswer(
        byte[] hash,
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {

    static StoredAnswer of(byte[] hash, ResponseEntity<?> answer, JsonMapper mapper) {
        URI location = answer.getHeaders().getLocation();
        return new StoredAnswer(
                hash,
                answer.getStatusCode().value(),
                location == null ? null : location.toString(),
                answer.getHeaders().getETag(),
                answer.getBody() == null ? null : mapper.writeValueAsString(answer.getBody()));
    }

    /** Refused if it was another body that has been answered. */
    Outcome<ResponseEntity<?>> replay(byte[] hash, JsonMapper mapper) {
        if (!MessageDigest.isEqual(this.hash, hash)) {
            return Outcome.refused(new ProblemException(
                    PlatformProblem.IDEMPOTENCY_KEY_REUSED, "Use a new key for a new request; nothing was changed."));
        }
        HttpHeaders headers = new HttpHeaders();
        headers.set("Idempotency-Replayed", "true");
        if (location != null) {
            headers.setLocation(URI.create(location));
        }
        if (etag != null) {
            headers.setETag(etag);
        }
        var answer = ResponseEntity.status(status).headers(headers);
        return Outcome.of(
                body == null
                        ? answer.build()
                        : answer.contentType(MediaType.APPLICATION_JSON).body(mapper.readTree(body)));
    }
}
