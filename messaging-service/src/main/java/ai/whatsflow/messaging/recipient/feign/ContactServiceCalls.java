package ai.whatsflow.messaging.recipient.feign;

import ai.whatsflow.platform.security.FeignTokens;
import feign.Contract;
import feign.RequestInterceptor;
import org.springframework.context.annotation.Bean;

/** How contact-service is called: as this service. Not a configuration class: it is for that client only. */
class ContactServiceCalls {

    @Bean
    RequestInterceptor tokenOfThisService(FeignTokens tokens) {
        return tokens.ofThisService();
    }

    @Bean
    Contract feignAnnotations() {
        return new Contract.Default();
    }
}
