package ai.whatsflow.platform.inbox;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires {@code Idempotency-Key} into servlet applications with a database. */
@AutoConfiguration(after = InboxAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({WebMvcConfigurer.class, JdbcTemplate.class})
@ConditionalOnSingleCandidate(JdbcTemplate.class)
public class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcTemplate jdbc) {
        return new IdempotencyKeys(jdbc);
    }

    @Bean
    IdempotentRequests idempotentRequests(
            IdempotencyKeys keys, JdbcTemplate jdbc, PlatformTransactionManager transactions, JsonMapper mapper) {
        return new IdempotentRequests(new OnceByKey(keys, mapper), new TransactionTemplate(transactions), jdbc);
    }

    @Bean
    @ConditionalOnMissingBean
    IdempotencyScope idempotencyScope() {
        return request -> String.valueOf(request.getRemoteUser());
    }

    @Bean
    WebMvcConfigurer idempotencyWebConfigurer(IdempotencyScope scope) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IdempotencyKeyResolver(scope));
            }
        };
    }

    /** Not a candidate for injection: a service's own scheduled methods keep Boot's scheduler. */
    @Bean(defaultCandidate = false)
    SimpleAsyncTaskScheduler idempotencyScheduler(IdempotencyKeys keys) {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setThreadNamePrefix("idempotency-");
        scheduler.scheduleWithFixedDelay(keys::forget, Duration.ofHours(1));
        return scheduler;
    }
}
