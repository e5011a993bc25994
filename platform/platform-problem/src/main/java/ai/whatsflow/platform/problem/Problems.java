package ai.whatsflow.platform.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** Builds problem documents outside the advice, where no exception can be thrown: filters and entry points. */
public final class Problems {

    private Problems() {}

    /** A document of the given type. */
    public static ProblemDetail document(ProblemType type, @Nullable String detail) {
        ProblemDetail document = ProblemDetail.forStatus(type.status());
        document.setType(type.uri());
        document.setTitle(type.title());
        document.setDetail(detail);
        return document;
    }
}
