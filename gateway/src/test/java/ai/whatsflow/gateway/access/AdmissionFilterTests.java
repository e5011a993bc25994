package ai.whatsflow.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.whatsflow.gateway.directory.Caller;
import ai.whatsflow.gateway.directory.Directory;
import ai.whatsflow.gateway.directory.Modules;
import ai.whatsflow.gateway.directory.PermissionSet;
import ai.whatsflow.gateway.directory.RevokedApiKeys;
import ai.whatsflow.gateway.directory.Tier;
import ai.whatsflow.gateway.directory.User;
import ai.whatsflow.gateway.exchange.RequestContext;
import ai.whatsflow.gateway.exchange.TraceParent;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.route.Routes;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class AdmissionFilterTests {

    private static final UUID SET = UUID.randomUUID();

    private final Directory directory = new Directory(new RevokedApiKeys(Clock.systemUTC()));
    private final AdmissionFilter filter = new AdmissionFilter(directory);

    @ParameterizedTest
    @CsvSource({
        "/api/v1/servers,          true,  false, true,  false",
        "/api/v1/ledger/x,         true,  false, true,  false",
        "/api/v1/credit-limits/7,  true,  false, true,  false",
        "/api/v1/employees,        true,  false, true,  false",
        "/api/v1/voucher-batches,  true,  false, true,  false",
        "/api/v1/commissions,      true,  true,  true,  false",
        "/api/v1/commission-plans, true,  true,  true,  false",
        "/api/v1/payouts,          true,  true,  true,  false",
        "/api/v1/messages,         true,  true,  true,  true",
        "/api/v1/instances,        true,  true,  true,  true",
        "/api/v1/contacts,         true,  true,  true,  true",
        "/api/v1/api-keys,         true,  true,  true,  true"
    })
    void admitsTiers(String path, boolean owner, boolean dealer, boolean employee, boolean customer) {
        permit("*:*");
        assertThat(admitted(path, Tier.OWNER)).isEqualTo(owner);
        assertThat(admitted(path, Tier.SUBDEALER)).isEqualTo(dealer);
        assertThat(admitted(path, Tier.EMPLOYEE)).isEqualTo(employee);
        assertThat(admitted(path, Tier.CUSTOMER)).isEqualTo(customer);
    }

    @Test
    void needsAPermissionInTheModule() {
        permit("payments:read");

        assertThat(admitted("/api/v1/payments", Tier.EMPLOYEE)).isTrue();
        assertThat(admitted("/api/v1/servers", Tier.EMPLOYEE)).isFalse();
        assertThat(admitted("/api/v1/me", Tier.EMPLOYEE)).isTrue();
    }

    @Test
    void neverPassesARequestThatNobodyAuthenticated() {
        refuses(exchange(HttpMethod.GET, "/api/v1/messages", null), GatewayProblem.UNAUTHENTICATED);
    }

    @Test
    void passesOpenRoutesByTheirMethodsOnly() {
        assertThat(passes(exchange(HttpMethod.POST, "/api/v1/sign-ups", null))).isTrue();
        refuses(exchange(HttpMethod.GET, "/api/v1/sign-ups", null), GatewayProblem.METHOD_NOT_ALLOWED);
    }

    private void permit(String... permissions) {
        directory.put(new PermissionSet(SET, 1, Modules.of(List.of(permissions))));
    }

    private boolean admitted(String path, Tier tier) {
        try {
            return passes(exchange(HttpMethod.GET, path, tier));
        } catch (Rejection rejection) {
            assertThat(rejection.problem()).isEqualTo(GatewayProblem.FORBIDDEN);
            return false;
        }
    }

    private boolean passes(MockServerWebExchange exchange) {
        AtomicBoolean passed = new AtomicBoolean();
        filter.filter(exchange, next -> Mono.fromRunnable(() -> passed.set(true)))
                .block();
        return passed.get();
    }

    private void refuses(MockServerWebExchange exchange, GatewayProblem problem) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> passes(exchange))
                .satisfies(rejection -> assertThat(rejection.problem()).isEqualTo(problem));
    }

    private static MockServerWebExchange exchange(HttpMethod method, String path, @Nullable Tier tier) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.method(method, path));
        RequestContext context = new RequestContext(0, "request-1", TraceParent.of(null, 0), "127.0.0.1");
        context.routedTo(Objects.requireNonNull(Routes.shipped().find(path)));
        if (tier != null) {
            User user = new User(UUID.randomUUID(), 1, UUID.randomUUID(), tier, true, Set.of(SET), Long.MIN_VALUE);
            context.calledBy(Caller.person(user.id(), user.accountId(), 0), user, "Bearer x");
        }
        context.bindTo(exchange);
        return exchange;
    }
}
