package ai.whatsflow.gateway.problem;

import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ResponseStatusException;

/** Reads any error that reaches the edge as one of the gateway's own problems. */
public final class Rejections {

    private Rejections() {}

    public static Rejection of(Throwable error) {
        return switch (error) {
            case Rejection rejection -> rejection;
            case ResponseStatusException answered -> of(answered.getStatusCode());
            case DecodingException unreadable -> Rejection.of(GatewayProblem.UNREADABLE, "The body can't be read.");
            default -> Rejection.of(GatewayProblem.INTERNAL, "Quote the request id when you report this.");
        };
    }

    private static Rejection of(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> Rejection.of(GatewayProblem.UNREADABLE, "The request can't be read.");
            case 404 -> Rejection.of(GatewayProblem.NOT_FOUND, "Nothing is served at this path.");
            case 405 -> Rejection.of(GatewayProblem.METHOD_NOT_ALLOWED, "This path does not take this method.");
            case 406 -> Rejection.of(GatewayProblem.NOT_ACCEPTABLE, "This path offers none of the accepted types.");
            case 413 -> Rejection.of(GatewayProblem.TOO_LARGE, "The body is larger than this path takes.");
            case 415 -> Rejection.of(GatewayProblem.UNSUPPORTED_MEDIA_TYPE, "This path does not take this type.");
            default -> Rejection.of(GatewayProblem.INTERNAL, "Quote the request id when you report this.");
        };
    }
}
