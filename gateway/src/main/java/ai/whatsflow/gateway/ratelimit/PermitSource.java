package ai.whatsflow.gateway.ratelimit;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Where permits are leased from: one count of what all gateways have taken. A call either answers for every demand, in
 * order, or fails; it must not hang for longer than its caller is patient.
 */
interface PermitSource {

    record Demand(String key, PermitBucket.Ask ask, Quota quota) {}

    record Grant(int granted, int left, long windowLeft) {}

    Mono<List<Grant>> take(List<Demand> demands);

    /** Gets ready for the first call, as far as that is possible now; never fails. */
    default void prepare() {}
}
