package ai.whatsflow.platform.security;

import ai.whatsflow.platform.inbox.EventSubscription;
import ai.whatsflow.platform.inbox.IdempotencyScope;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemResponseWriter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes a servlet application a resource server for our two issuers. */
@AutoConfiguration(
        beforeName = {
            "ai.whatsflow.platform.inbox.ReplicaAutoConfiguration",
            "ai.whatsflow.platform.inbox.InboxAutoConfiguration",
            "ai.whatsflow.platform.inbox.IdempotencyAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecurityProperties.class)
public class WebSecurityAutoConfiguration {

    private static final List<String> ALWAYS_PUBLIC = List.of(
            "/actuator/health/**",
            "/actuator/health",
            "/actuator/prometheus",
            "/v3/api-docs/**",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/error");

    /** The Keycloak client of operators' tools; the only one that opens the other actuator endpoints. */
    private static final String OPERATIONS = "operations";

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    AccountDirectory accountDirectory() {
        return new AccountDirectory();
    }

    @Bean
    EventSubscription accountDirectorySubscription(AccountDirectory directory) {
        return EventSubscription.forEveryReplica("accountDirectory")
                .on(
                        "identity.account",
                        Set.of(
                                "identity.account.registered.v1",
                                "identity.account.suspended.v1",
                                "identity.account.reinstated.v1",
                                "identity.account.closed.v1"),
                        AccountStateV1.class,
                        event -> directory.put(event.payload()))
                .on(
                        "identity.user",
                        Set.of(
                                "identity.user.registered.v1",
                                "identity.user.changed.v1",
                                "identity.user.disabled.v1",
                                "identity.user.permissions-assigned.v1"),
                        UserStateV1.class,
                        event -> directory.put(event.payload()))
                .on(
                        "identity.permission-set",
                        Set.of("identity.permission-set.defined.v1"),
                        PermissionSetStateV1.class,
                        event -> directory.put(event.payload()))
                .build();
    }

    @Bean
    CallerResolver callerResolver(AccountDirectory directory) {
        return new CallerResolver(directory);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder issuerDecoder(SecurityProperties properties, Clock clock) {
        return new VerifiedTokens(new IssuerDecoder(properties), clock);
    }

    /** Requests are timed and traced as a whole; timing each filter as well cost more than what they do. */
    @Bean
    SecurityObservationSettings noObservationOfEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    BearerTokenResolver headerBearerToken() {
        return new HeaderBearerToken();
    }

    /** As strict as it was; what is plain ASCII is let through without a regular expression. */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(HeaderValues::isAllowed);
        return firewall;
    }

    @Bean
    ServiceTokens serviceTokens(
            SecurityProperties properties, Clock clock, @Value("${spring.application.name}") String application) {
        String clientId = properties.clientId() == null ? application : properties.clientId();
        return new ServiceTokens(properties, clientId, clock);
    }

    @Bean
    IdempotencyScope callersAccount(CallerResolver callers) {
        return request -> {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            ServiceCaller service = CallerResolver.service(authentication);
            return service != null
                    ? service.clientId()
                    : callers.resolve(authentication).accountId().toString();
        };
    }

    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http, SecurityProperties properties, ProblemResponseWriter problems)
            throws Exception {
        String[] open = Stream.concat(ALWAYS_PUBLIC.stream(), properties.publicPaths().stream())
                .toArray(String[]::new);
        http.csrf(csrf -> csrf.disable())
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                jakarta.servlet.DispatcherType.ASYNC, jakarta.servlet.DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((authentication, context) ->
                                new AuthorizationDecision(isOperations(authentication.get())))
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new IssuerAwayFilter(problems), BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> {}).authenticationEntryPoint(new Unauthenticated(problems)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new Unauthenticated(problems))
                        .accessDeniedHandler((request, response, failure) -> problems.write(
                                request, response, PlatformProblem.FORBIDDEN, "Your role does not permit this.")));
        return http.build();
    }

    @Bean
    WebMvcConfigurer callerWebConfigurer(CallerResolver callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver(callers));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new OnlyClientsInterceptor());
            }
        };
    }

    private static boolean isOperations(org.springframework.security.core.Authentication authentication) {
        ServiceCaller service = CallerResolver.service(authentication);
        return service != null && service.clientId().equals(OPERATIONS);
    }
}
