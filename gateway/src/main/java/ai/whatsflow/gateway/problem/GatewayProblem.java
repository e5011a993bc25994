package ai.whatsflow.gateway.problem;

import org.springframework.http.HttpStatus;

/** What the gateway itself can answer. Append-only; slugs shared with the services mean the same there. */
public enum GatewayProblem {
    UNREADABLE(HttpStatus.BAD_REQUEST, "unreadable", "The request can't be read"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid access token is needed"),
    API_KEY_INVALID(HttpStatus.UNAUTHORIZED, "api-key-invalid", "This API key is not valid"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "Your role does not permit this"),
    ACCOUNT_UNKNOWN(HttpStatus.FORBIDDEN, "account-unknown", "This account is not known here yet"),
    ACCOUNT_SUSPENDED(HttpStatus.FORBIDDEN, "account-suspended", "This account is suspended"),
    ORIGIN_REFUSED(HttpStatus.FORBIDDEN, "origin-refused", "This origin may not call the API from a browser"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "There is no such thing, or it is not yours"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This method is not offered here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "None of the accepted media types is offered"),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "This media type is not read here"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request body is too large"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "rate-limited", "Too many requests"),
    DEPENDENCY_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE, "dependency-unavailable", "Something this needs is not answering"),
    UPSTREAM_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "upstream-timeout", "The service did not answer in time"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side");

    private final HttpStatus status;
    private final String slug;
    private final String title;

    GatewayProblem(HttpStatus status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public String type() {
        return "https://whatsflow.ai/problems/" + slug;
    }
}
