package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads and checks the header. */
class IdempotencyKeyResolver implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 128;

    private final IdempotencyScope scope;

    IdempotencyKeyResolver(IdempotencyScope scope) {
        this.scope = scope;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        String value = http.getHeader(HEADER);
        if (value == null && parameter.hasParameterAnnotation(RequiredKey.class)) {
            throw new ProblemException(
                    PlatformProblem.IDEMPOTENCY_KEY_REQUIRED,
                    "Send an Idempotency-Key header, for example a UUID; repeat it when you repeat the request.");
        }
        if (value != null && (value.isBlank() || value.length() > LONGEST || !isPrintable(value))) {
            throw new ProblemException(
                            PlatformProblem.UNREADABLE, "Idempotency-Key is 1 to 128 printable ASCII characters.")
                    .at("/" + HEADER, "Use for example a UUID.");
        }
        return new IdempotencyKey(scope.of(http), http.getMethod() + " " + http.getRequestURI(), value);
    }

    private static boolean isPrintable(String value) {
        return value.chars().allMatch(c -> c > 32 && c < 127);
    }
}
