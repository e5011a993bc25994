package ai.whatsflow.gateway.ratelimit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The Lua script's arithmetic in memory, to be shared by several gateways; can be away. */
final class CountingSource implements PermitSource {

    private final Clock clock;
    private final Map<String, long[]> stored = new HashMap<>();
    boolean away;
    int calls;

    CountingSource(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<List<Grant>> take(List<Demand> demands) {
        if (away) {
            return Mono.error(new IllegalStateException("away"));
        }
        calls++;
        List<Grant> grants = new ArrayList<>();
        for (Demand demand : demands) {
            long window = demand.quota().window().toMillis();
            long index = clock.millis() / window;
            long[] count = stored.computeIfAbsent(demand.key(), first -> new long[] {index, 0});
            if (count[0] != index) {
                count[0] = index;
                count[1] = 0;
            }
            long used = count[1] + demand.ask().debt();
            long left = Math.max(0, demand.quota().permits() - used);
            long granted = Math.min(demand.ask().needed(), left);
            granted += Math.min(demand.ask().ahead(), (left - granted) / 4);
            count[1] = used + granted;
            grants.add(new Grant(
                    (int) granted, (int) (demand.quota().permits() - count[1]), window - clock.millis() % window));
        }
        return Mono.just(grants);
    }
}
