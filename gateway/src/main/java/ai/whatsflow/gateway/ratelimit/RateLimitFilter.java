package ai.whatsflow.gateway.ratelimit;

import ai.whatsflow.gateway.exchange.PolicyOrder;
import ai.whatsflow.gateway.exchange.RequestContext;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.ratelimit.LimitSet.Limit;
import ai.whatsflow.gateway.ratelimit.PermitBucket.Decision;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes one permit of every limit that holds, the narrowest limit first, and says in the RateLimit header
 * (draft-ietf-httpapi-ratelimit-headers) how much of the tightest one is left.
 */
final class RateLimitFilter implements GlobalFilter, Ordered {

    private static final int ROUNDS = 5;

    private final Limits limits;
    private final PermitBuckets buckets;
    private final PermitRefills refills;
    private final Clock clock;

    RateLimitFilter(Limits limits, PermitBuckets buckets, PermitRefills refills, Clock clock) {
        this.limits = limits;
        this.buckets = buckets;
        this.refills = refills;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return PolicyOrder.RATE_LIMIT.value();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        RequestContext context = RequestContext.of(exchange);
        LimitSet set = limits.of(context.route(), context.user());
        List<Limit> list = set.limits();
        if (list.isEmpty()) {
            return chain.filter(exchange);
        }
        PermitBucket[] held = new PermitBucket[list.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = buckets.of(list.get(i), context);
        }
        return proceed(new Taking(set, held), exchange, chain, 0, 0);
    }

    private Mono<Void> proceed(
            Taking taking, ServerWebExchange exchange, GatewayFilterChain chain, int from, int round) {
        long now = clock.millis();
        PermitBucket[] held = taking.buckets;
        for (int i = from; i < held.length; i++) {
            PermitBucket bucket = held[i];
            Decision decision = bucket.tryAcquire(now, refills.redisAnswers(), i == from && round > 0);
            if (decision == Decision.GRANTED) {
                refills.soon(bucket);
            } else if (decision == Decision.WAIT && round < ROUNDS) {
                int waitingFor = i;
                int next = i == from ? round + 1 : 1;
                return refills.now(bucket)
                        .doOnCancel(() -> giveUp(taking, waitingFor))
                        .then(Mono.defer(() -> proceed(taking, exchange, chain, waitingFor, next)));
            } else {
                if (decision == Decision.WAIT) {
                    bucket.stopWaiting();
                }
                giveBack(held, i);
                return refuse(taking, i, exchange, now);
            }
        }
        announce(taking, exchange, now);
        return chain.filter(exchange);
    }

    private static void giveUp(Taking taking, int waitingFor) {
        taking.buckets[waitingFor].stopWaiting();
        giveBack(taking.buckets, waitingFor);
    }

    private static void giveBack(PermitBucket[] held, int count) {
        for (int i = 0; i < count; i++) {
            held[i].giveBack();
        }
    }

    private static Mono<Void> refuse(Taking taking, int denied, ServerWebExchange exchange, long now) {
        long seconds = taking.buckets[denied].secondsLeft(now);
        headers(taking, denied, 0, seconds, exchange);
        String name = taking.set.limits().get(denied).name();
        return Mono.error(Rejection.retryLater(
                GatewayProblem.RATE_LIMITED,
                "The limit \"" + name + "\" is used up for now.",
                Duration.ofSeconds(seconds)));
    }

    private static void announce(Taking taking, ServerWebExchange exchange, long now) {
        int tightest = 0;
        double least = Double.MAX_VALUE;
        int remaining = 0;
        for (int i = 0; i < taking.buckets.length; i++) {
            int left = taking.buckets[i].remaining();
            double part = (double) left / taking.buckets[i].quota().permits();
            if (part < least) {
                least = part;
                tightest = i;
                remaining = left;
            }
        }
        headers(taking, tightest, remaining, taking.buckets[tightest].secondsLeft(now), exchange);
    }

    private static void headers(Taking taking, int which, int remaining, long seconds, ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("RateLimit-Policy", taking.set.policyHeader());
        String name = taking.set.limits().get(which).name();
        headers.set("RateLimit", "\"" + name + "\";r=" + remaining + ";t=" + seconds);
    }

    private record Taking(LimitSet set, PermitBucket[] buckets) {}
}
