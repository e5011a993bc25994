package ai.whatsflow.platform.security;

import feign.RequestInterceptor;
import feign.RequestTemplate;

/** Lets a Feign client act as this service itself. */
public class ServiceTokenInterceptor implements RequestInterceptor {

    private final ServiceTokens tokens;

    public ServiceTokenInterceptor(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void apply(RequestTemplate request) {
        request.header("Authorization", "Bearer " + tokens.current());
    }
}
