package ai.whatsflow.platform.problem;

import org.springframework.http.HttpStatus;

/** Problems that every service can answer. Append-only. */
public enum PlatformProblem implements ProblemType {
    UNREADABLE(HttpStatus.BAD_REQUEST, "unreadable", "The request can't be read"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The request is readable but not valid"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid access token is needed"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "Your role does not permit this"),
    ACCOUNT_UNKNOWN(HttpStatus.FORBIDDEN, "account-unknown", "This account is not known here yet"),
    ACCOUNT_SUSPENDED(HttpStatus.FORBIDDEN, "account-suspended", "This account is suspended"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "There is no such thing, or it is not yours"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This method is not offered here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "None of the accepted media types is offered"),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "This media type is not read here"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request body is too large"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "rate-limited", "Too many requests"),
    IDEMPOTENCY_KEY_REQUIRED(
            HttpStatus.BAD_REQUEST, "idempotency-key-required", "This operation needs an Idempotency-Key header"),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "idempotency-key-reused",
            "This Idempotency-Key was used with another request"),
    REQUEST_IN_FLIGHT(HttpStatus.CONFLICT, "request-in-flight", "The same request is being worked on"),
    CONFLICT(HttpStatus.CONFLICT, "conflict", "The request conflicts with what is there"),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", "An If-Match header is needed"),
    VERSION_CONFLICT(HttpStatus.PRECONDITION_FAILED, "version-conflict", "It has changed since you read it"),
    DEPENDENCY_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE, "dependency-unavailable", "Something this needs is not answering"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side");

    private final Entry entry;

    PlatformProblem(HttpStatus status, String slug, String title) {
        entry = new Entry(status, slug, title);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
