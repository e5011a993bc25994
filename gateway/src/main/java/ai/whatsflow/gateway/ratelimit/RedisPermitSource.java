package ai.whatsflow.gateway.ratelimit;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One Lua script, one round trip for any number of limits. */
@Component
final class RedisPermitSource implements PermitSource {

    private static final Logger log = LoggerFactory.getLogger(RedisPermitSource.class);
    private static final int ANSWERS_PER_KEY = 3;

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> SCRIPT =
            RedisScript.of(new ClassPathResource("take-permits.lua"), List.class);

    private final ReactiveStringRedisTemplate redis;

    RedisPermitSource(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Mono<List<Grant>> take(List<Demand> demands) {
        List<String> keys = new ArrayList<>(demands.size());
        List<String> arguments = new ArrayList<>(demands.size() * 5);
        for (Demand demand : demands) {
            keys.add(demand.key());
            arguments.add(Integer.toString(demand.ask().debt()));
            arguments.add(Integer.toString(demand.ask().needed()));
            arguments.add(Integer.toString(demand.ask().ahead()));
            arguments.add(Integer.toString(demand.quota().permits()));
            arguments.add(Long.toString(demand.quota().window().toMillis()));
        }
        return redis.execute(SCRIPT, keys, arguments).next().map(answer -> grants(answer, demands.size()));
    }

    @Override
    public void prepare() {
        redis.hasKey("rate:")
                .subscribe(answers -> {}, away -> log.warn("Redis does not answer yet: {}", away.toString()));
    }

    private static List<Grant> grants(List<?> answer, int demands) {
        if (answer.size() != demands * ANSWERS_PER_KEY) {
            throw new IllegalStateException("Redis answered " + answer.size() + " values for " + demands + " limits");
        }
        List<Grant> grants = new ArrayList<>(demands);
        for (int i = 0; i < answer.size(); i += ANSWERS_PER_KEY) {
            grants.add(new Grant((int) number(answer, i), (int) number(answer, i + 1), number(answer, i + 2)));
        }
        return grants;
    }

    private static long number(List<?> answer, int at) {
        return ((Number) answer.get(at)).longValue();
    }
}
