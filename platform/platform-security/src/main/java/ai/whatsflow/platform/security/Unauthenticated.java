package ai.whatsflow.platform.security;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemResponseWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** The answer to a missing or bad token. */
class Unauthenticated implements AuthenticationEntryPoint {

    private final ProblemResponseWriter problems;

    Unauthenticated(ProblemResponseWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(
                request,
                response,
                PlatformProblem.UNAUTHENTICATED,
                "Send a valid access token as Authorization: Bearer <token>.");
    }
}
