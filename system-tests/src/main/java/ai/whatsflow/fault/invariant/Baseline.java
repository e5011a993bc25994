package ai.whatsflow.fault.invariant;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where outboxes and topics stood before the first fault.
 *
 * @param outbox the last row's number by service
 * @param topics the next record's offset by {@code topic-partition}
 */
public record Baseline(Map<String, Long> outbox, Map<String, Long> topics) {

    /** In the order of their ports. */
    public static final List<String> SERVICES = List.of(
            "identity-service",
            "billing-service",
            "voucher-service",
            "payout-service",
            "messaging-service",
            "instance-service",
            "contact-service",
            "server-registry-service");

    public static Baseline of(Databases databases, Topics kafka) throws SQLException {
        Map<String, Long> topics = kafka.ends();
        Map<String, Long> outbox = new HashMap<>();
        for (String service : SERVICES) {
            outbox.put(service, databases.number(service, "SELECT coalesce(max(seq), 0) FROM outbox"));
        }
        return new Baseline(outbox, topics);
    }
}
