package ai.whatsflow.platform.security;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link OnlyClients} before a handler runs, whatever its parameters are. */
class OnlyClientsInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            OnlyClients only = method.getMethodAnnotation(OnlyClients.class);
            if (only == null) {
                only = method.getBeanType().getAnnotation(OnlyClients.class);
            }
            if (only != null) {
                ServiceCaller service = CallerResolver.service(
                        SecurityContextHolder.getContext().getAuthentication());
                if (service == null || !List.of(only.value()).contains(service.clientId())) {
                    throw new ProblemException(PlatformProblem.FORBIDDEN, "This is not open to you.");
                }
            }
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @org.jspecify.annotations.Nullable Exception failure) {
        MDC.remove("accountId");
    }
}
