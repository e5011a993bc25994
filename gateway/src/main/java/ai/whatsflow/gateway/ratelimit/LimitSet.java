package ai.whatsflow.gateway.ratelimit;

import java.util.List;
import java.util.stream.Collectors;

/** The limits that hold for one plan on one class of routes, the narrowest first, and how they are announced. */
record LimitSet(List<Limit> limits, String policyHeader) {

    /** Whose requests a limit counts. */
    enum Subject {
        ACCOUNT,
        CALLER,
        ADDRESS
    }

    /**
     * @param id tells its buckets from those of other limits; a plan's change starts new buckets
     * @param name as clients see it
     */
    record Limit(String id, String name, Subject subject, Quota quota) {}

    static LimitSet of(List<Limit> limits) {
        String header = limits.stream()
                .map(limit -> "\"" + limit.name() + "\";q=" + limit.quota().permits() + ";w="
                        + limit.quota().window().toSeconds())
                .collect(Collectors.joining(", "));
        return new LimitSet(List.copyOf(limits), header);
    }
}
