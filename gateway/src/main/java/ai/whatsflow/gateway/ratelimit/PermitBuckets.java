package ai.whatsflow.gateway.ratelimit;

import ai.whatsflow.gateway.directory.Caller;
import ai.whatsflow.gateway.exchange.RequestContext;
import ai.whatsflow.gateway.ratelimit.LimitSet.Limit;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;

/** The buckets of this gateway, by limit and subject; forgotten when nobody has used them for a while. */
final class PermitBuckets {

    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Cache<Key, PermitBucket> buckets;
    private final int replicas;

    PermitBuckets(RateLimitProperties properties) {
        this.replicas = properties.replicas();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(properties.buckets())
                .expireAfterAccess(IDLE)
                .build();
    }

    PermitBucket of(Limit limit, RequestContext context) {
        return buckets.get(new Key(limit, subject(limit, context)), this::create);
    }

    private PermitBucket create(Key key) {
        return new PermitBucket("rate:" + key.limit.id() + ":" + key.subject, key.limit.quota(), replicas);
    }

    private static Object subject(Limit limit, RequestContext context) {
        Caller caller = context.caller();
        if (limit.subject() == LimitSet.Subject.ADDRESS || caller == null) {
            return context.clientAddress();
        }
        if (limit.subject() == LimitSet.Subject.ACCOUNT) {
            return caller.accountId();
        }
        UUID apiKeyId = caller.apiKeyId();
        return apiKeyId != null ? apiKeyId : caller.userId();
    }

    /** Limits are the same objects for the life of the process, so identity is enough and fast. */
    private record Key(Limit limit, Object subject) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.limit == limit && key.subject.equals(subject);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(limit) * 31 + subject.hashCode();
        }
    }
}
