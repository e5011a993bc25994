package ai.whatsflow.platform.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;

/**
 * One entry of a service's error catalogue. Implemented by an enum per service that is append-only: a slug, once
 * published, keeps its meaning and its status.
 */
public interface ProblemType {

    Entry entry();

    default HttpStatus status() {
        return entry().status();
    }

    default String slug() {
        return entry().slug();
    }

    default String title() {
        return entry().title();
    }

    /** The {@code type} member of RFC 9457. */
    default URI uri() {
        return URI.create("https://whatsflow.ai/problems/" + slug());
    }

    /**
     * What stands in the catalogue.
     *
     * @param status the HTTP status that answers carry
     * @param slug kebab-case name, stable for ever; the last segment of {@link #uri()}
     * @param title a short sentence that does not vary from one occurrence to the next
     */
    record Entry(HttpStatus status, String slug, String title) {}
}
