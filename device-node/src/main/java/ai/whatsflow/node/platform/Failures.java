package ai.whatsflow.node.platform;

import org.springframework.web.client.RestClientResponseException;

/** What went wrong in a call, without the body: it could hold what must not be logged. */
final class Failures {

    private Failures() {}

    static String describe(RuntimeException failure) {
        if (failure instanceof RestClientResponseException response) {
            return "status " + response.getStatusCode().value();
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }
}
