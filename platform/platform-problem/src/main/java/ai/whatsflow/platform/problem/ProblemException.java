package ai.whatsflow.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * Ends a use case with a problem document. Thrown at the edge only: inside the domain expected outcomes are values.
 * Not thread-safe while it is being built; carries no stack trace because it is an answer, not a fault.
 */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<FieldProblem> errors = new ArrayList<>();
    private @Nullable Duration retryAfter;

    public ProblemException(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** Adds an extension member. */
    public ProblemException with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** Adds a {@code Retry-After} header, rounded up to whole seconds. */
    public ProblemException retryAfter(Duration duration) {
        this.retryAfter = duration;
        return this;
    }

    /** Adds an entry to the {@code errors} member. */
    public ProblemException at(String jsonPointer, String detail) {
        errors.add(new FieldProblem(jsonPointer, detail));
        return this;
    }

    public ProblemType type() {
        return type;
    }

    /** Whole seconds for the {@code Retry-After} header, or null. */
    public @Nullable Long retryAfterSeconds() {
        return retryAfter == null ? null : Math.max(1, (retryAfter.toMillis() + 999) / 1000);
    }

    ProblemDetail document() {
        ProblemDetail document = Problems.document(type, getMessage());
        properties.forEach(document::setProperty);
        if (!errors.isEmpty()) {
            document.setProperty("errors", List.copyOf(errors));
        }
        return document;
    }
}
