package ai.whatsflow.platform.security;

import feign.RequestInterceptor;

/** The interceptors a Feign client's configuration can choose from. */
public final class FeignTokens {

    private final ServiceTokens tokens;

    FeignTokens(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    /** Act as this service. */
    public RequestInterceptor ofThisService() {
        return new ServiceTokenInterceptor(tokens);
    }

    /** Act for the user whose request is being answered on this thread. */
    public RequestInterceptor ofTheUser() {
        return new ForwardedTokenInterceptor();
    }
}
