package ai.whatsflow.gateway.access;

import ai.whatsflow.gateway.apikey.ApiKeys;
import ai.whatsflow.gateway.apikey.KeyGrant;
import ai.whatsflow.gateway.directory.Caller;
import ai.whatsflow.gateway.directory.Directory;
import ai.whatsflow.gateway.directory.Standing;
import ai.whatsflow.gateway.directory.User;
import ai.whatsflow.gateway.exchange.PolicyOrder;
import ai.whatsflow.gateway.exchange.RequestContext;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.token.AccessTokens;
import ai.whatsflow.gateway.token.TokenHash;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds out who calls, and that they still may. A known credential costs one hash and a few map look-ups. */
@Component
final class AuthenticationFilter implements GlobalFilter, Ordered {

    private final AccessTokens tokens;
    private final ApiKeys apiKeys;
    private final Directory directory;

    AuthenticationFilter(AccessTokens tokens, ApiKeys apiKeys, Directory directory) {
        this.tokens = tokens;
        this.apiKeys = apiKeys;
        this.directory = directory;
    }

    @Override
    public int getOrder() {
        return PolicyOrder.AUTHENTICATION.value();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        RequestContext context = RequestContext.of(exchange);
        if (!context.route().openTo().needsToken()) {
            return chain.filter(exchange);
        }
        try {
            return switch (Credential.of(exchange.getRequest().getHeaders())) {
                case Credential.AccessToken shown -> byToken(shown, context, exchange, chain);
                case Credential.ApiKey shown -> byKey(shown.key(), context, exchange, chain);
            };
        } catch (Rejection rejection) {
            return Mono.error(rejection);
        }
    }

    private Mono<Void> byToken(
            Credential.AccessToken shown,
            RequestContext context,
            ServerWebExchange exchange,
            GatewayFilterChain chain) {
        TokenHash hash = TokenHash.of(shown.header());
        Caller known = tokens.known(hash);
        Caller caller = known != null ? known : tokens.verify(hash, shown.token());
        if (caller != null) {
            admit(caller, shown.header(), context);
            return chain.filter(exchange);
        }
        return tokens.verifyWithFreshKeys(hash, shown.token()).flatMap(verified -> {
            admit(verified, shown.header(), context);
            return chain.filter(exchange);
        });
    }

    private Mono<Void> byKey(String key, RequestContext context, ServerWebExchange exchange, GatewayFilterChain chain) {
        KeyGrant grant = apiKeys.known(key);
        if (grant != null) {
            admit(grant.caller(), grant.authorization(), context);
            return chain.filter(exchange);
        }
        return apiKeys.resolve(key, context.clientAddress()).flatMap(granted -> {
            admit(granted.caller(), granted.authorization(), context);
            return chain.filter(exchange);
        });
    }

    private void admit(Caller caller, String authorization, RequestContext context) {
        switch (directory.standing(caller)) {
            case User user -> context.calledBy(caller, user, authorization);
            case Standing.Refused refused -> throw rejection(refused);
        }
    }

    private static Rejection rejection(Standing.Refused refused) {
        return switch (refused) {
            case UNKNOWN ->
                Rejection.retryLater(
                        GatewayProblem.ACCOUNT_UNKNOWN, "This account is not known here yet.", Duration.ofSeconds(1));
            case SUSPENDED ->
                Rejection.of(GatewayProblem.ACCOUNT_SUSPENDED, "This account or one above it is suspended.");
            case SIGNED_OUT -> Rejection.of(GatewayProblem.UNAUTHENTICATED, "This session has ended; sign in again.");
            case KEY_REVOKED -> Rejection.of(GatewayProblem.API_KEY_INVALID, "This API key is revoked.");
        };
    }
}
