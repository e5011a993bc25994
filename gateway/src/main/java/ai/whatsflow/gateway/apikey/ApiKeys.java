package ai.whatsflow.gateway.apikey;

import ai.whatsflow.gateway.directory.Caller;
import ai.whatsflow.gateway.directory.Modules;
import ai.whatsflow.gateway.directory.RevokedApiKeys;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.token.TokenHash;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * API keys and what they were exchanged for, by hash. One exchange per key at a time; tombstones of revoked keys are
 * checked when a grant is kept and again when it is used, so an exchange under way can't bring a revoked key back.
 * Refusals are remembered briefly in a cache of their own, so that guesses can't push good keys out.
 */
@Component
public class ApiKeys {

    private final ApiKeyExchange exchange;
    private final RevokedApiKeys revoked;
    private final ApiKeyProperties properties;
    private final Clock clock;
    private final GuessGuard guesses;
    private final Cache<TokenHash, KeyGrant> grants;
    private final Cache<TokenHash, Boolean> refusals;
    private final ConcurrentMap<TokenHash, Mono<KeyGrant>> underWay = new ConcurrentHashMap<>();

    ApiKeys(ApiKeyExchange exchange, RevokedApiKeys revoked, ApiKeyProperties properties, Clock clock) {
        this.exchange = exchange;
        this.revoked = revoked;
        this.properties = properties;
        this.clock = clock;
        this.guesses = new GuessGuard(properties.failuresPerMinute(), clock);
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.grants = Caffeine.newBuilder()
                .maximumSize(properties.cacheSize())
                .ticker(ticker)
                .expireAfter(Expiry.<TokenHash, KeyGrant>writing(
                        (hash, grant) -> Duration.ofMillis(Math.max(0, grant.endsAt() - clock.millis()))))
                .build();
        this.refusals = Caffeine.newBuilder()
                .maximumSize(properties.refusalCacheSize())
                .ticker(ticker)
                .expireAfterWrite(properties.refusalCached())
                .build();
    }

    /**
     * The grant of a key that was exchanged before, or null.
     *
     * @throws Rejection when the key was refused or revoked
     */
    public @Nullable KeyGrant known(String key) {
        TokenHash hash = TokenHash.of(key);
        KeyGrant grant = grants.getIfPresent(hash);
        if (grant == null) {
            if (refusals.getIfPresent(hash) != null) {
                throw invalid();
            }
            return null;
        }
        if (isRevoked(grant)) {
            grants.invalidate(hash);
            throw invalid();
        }
        if (clock.millis() >= grant.renewAt()) {
            renew(hash, key);
        }
        return grant;
    }

    /** Exchanges a key that is not known; concurrent calls for the same key share one exchange. */
    public Mono<KeyGrant> resolve(String key, String clientAddress) {
        if (!ApiKeyFormat.plausible(key)) {
            return Mono.error(invalid());
        }
        if (guesses.mustWait(clientAddress)) {
            return Mono.error(Rejection.retryLater(
                    GatewayProblem.RATE_LIMITED, "Too many invalid API keys from this address.", GuessGuard.WINDOW));
        }
        return exchangeOnce(TokenHash.of(key), key).doOnError(ApiKeys::isRefusal, e -> guesses.refused(clientAddress));
    }

    private void renew(TokenHash hash, String key) {
        if (!underWay.containsKey(hash)) {
            exchangeOnce(hash, key);
        }
    }

    private Mono<KeyGrant> exchangeOnce(TokenHash hash, String key) {
        Mono<KeyGrant> other = underWay.get(hash);
        if (other != null) {
            return other;
        }
        if (underWay.size() >= properties.underWay()) {
            return Mono.error(away());
        }
        Mono<KeyGrant> started = Mono.defer(() -> exchange.exchange(key))
                .map(outcome -> keep(hash, outcome))
                .onErrorMap(error -> !(error instanceof Rejection), error -> away())
                .doFinally(signal -> underWay.remove(hash))
                .cache();
        Mono<KeyGrant> earlier = underWay.putIfAbsent(hash, started);
        if (earlier != null) {
            return earlier;
        }
        started.subscribe(granted -> {}, refused -> {});
        return started;
    }

    private KeyGrant keep(TokenHash hash, ApiKeyExchange.Outcome outcome) {
        if (!(outcome instanceof ApiKeyExchange.Granted granted)) {
            grants.invalidate(hash);
            refusals.put(hash, Boolean.TRUE);
            throw invalid();
        }
        KeyGrant grant = grant(granted);
        grants.put(hash, grant);
        if (isRevoked(grant)) {
            grants.invalidate(hash);
            throw invalid();
        }
        return grant;
    }

    private KeyGrant grant(ApiKeyExchange.Granted granted) {
        long now = clock.millis();
        long endsAt = Math.min(
                granted.expiresAt().minus(properties.margin()).toEpochMilli(),
                now + properties.cached().toMillis());
        Caller caller = new Caller(
                granted.userId(), granted.accountId(), granted.apiKeyId(), Modules.of(granted.scopes()), now);
        long renewAt = endsAt - properties.refreshAhead().toMillis();
        return new KeyGrant(caller, "Bearer " + granted.token(), renewAt, endsAt);
    }

    private boolean isRevoked(KeyGrant grant) {
        UUID apiKeyId = grant.caller().apiKeyId();
        return apiKeyId != null && revoked.contains(apiKeyId);
    }

    private static boolean isRefusal(Throwable error) {
        return error instanceof Rejection rejection && rejection.problem() == GatewayProblem.API_KEY_INVALID;
    }

    private static Rejection invalid() {
        return Rejection.of(GatewayProblem.API_KEY_INVALID, "This API key is unknown, revoked or mistyped.");
    }

    private static Rejection away() {
        return Rejection.retryLater(
                GatewayProblem.DEPENDENCY_UNAVAILABLE, "API keys can't be checked now.", Duration.ofSeconds(1));
    }
}
