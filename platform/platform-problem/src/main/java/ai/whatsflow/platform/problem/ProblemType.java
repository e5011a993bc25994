package ai.whatsflow.platform.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;

/**
 * One entry of a service's error catalogue. Implemented by an enum per service that is append-only: a slug, once
 * published, keeps its meaning and its status.
 */
public interface ProblemType {

    /** The HTTP status that answers carry. */
    HttpStatus status();

    /** Kebab-case name, stable for ever; the last segment of {@link #uri()}. */
    String slug();

    /** A short sentence that does not vary from one occurrence to the next. */
    String title();

    /** The {@code type} member of RFC 9457. */
    default URI uri() {
        return URI.create("https://whatsflow.ai/problems/" + slug());
    }
}
