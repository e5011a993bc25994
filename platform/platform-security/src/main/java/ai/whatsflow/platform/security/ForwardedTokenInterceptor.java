package ai.whatsflow.platform.security;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Lets a Feign client act for the user whose request is being answered on this thread. */
public class ForwardedTokenInterceptor implements RequestInterceptor {

    @Override
    public void apply(RequestTemplate request) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken jwt) {
            request.header("Authorization", "Bearer " + jwt.getToken().getTokenValue());
        }
    }
}
