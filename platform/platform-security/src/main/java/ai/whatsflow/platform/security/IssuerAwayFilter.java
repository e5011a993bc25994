package ai.whatsflow.platform.security;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemResponseWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A token that can't be checked because its issuer's keys were never read is our trouble: 503, not 401. */
class IssuerAwayFilter extends OncePerRequestFilter {

    private final ProblemResponseWriter problems;

    IssuerAwayFilter(ProblemResponseWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException away) {
            response.setHeader("Retry-After", "5");
            problems.write(
                    request,
                    response,
                    PlatformProblem.DEPENDENCY_UNAVAILABLE,
                    "Your token can't be checked at the moment. Try again shortly.");
        }
    }
}
