package ai.whatsflow.platform.security;

import feign.RequestInterceptor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Offers the two ways a Feign client can sign its calls. They are not request interceptors of every client: each
 * client's own configuration names the one it needs.
 */
@AutoConfiguration(after = WebSecurityAutoConfiguration.class)
@ConditionalOnClass(RequestInterceptor.class)
public class FeignSecurityAutoConfiguration {

    /** Makes interceptors for a client's configuration; a bean of the interceptor itself would reach every client. */
    @Bean
    FeignTokens feignTokens(ServiceTokens tokens) {
        return new FeignTokens(tokens);
    }
}
