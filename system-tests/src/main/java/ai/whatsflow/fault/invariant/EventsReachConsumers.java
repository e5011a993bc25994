package ai.whatsflow.fault.invariant;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each event of each outbox is in the inbox of every consumer, those of one key in the order of the outbox. */
final class EventsReachConsumers implements Invariant {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PUBLISHED = "SELECT seq, id, body FROM outbox WHERE seq > ?"
            + " AND type LIKE ANY (?::text[]) AND recorded_at < now() - interval '5 seconds' ORDER BY seq";
    private static final String CONSUMED =
            "SELECT event_id, extract(epoch FROM received_at)::text AS at FROM inbox WHERE consumer = ?";

    @Override
    public String sentence() {
        return "every event reached every consumer, in order within its key";
    }

    @Override
    public List<String> violations(Evidence evidence) throws SQLException {
        List<String> violations = new ArrayList<>();
        for (Consumer consumer : Consumer.ALL) {
            check(evidence, consumer, violations);
        }
        return violations;
    }

    private static void check(Evidence evidence, Consumer consumer, List<String> violations) throws SQLException {
        Map<String, String> consumed = new HashMap<>();
        List<Map<String, String>> published = evidence.databases()
                .rows(
                        consumer.producer(),
                        PUBLISHED,
                        evidence.baseline().outbox().getOrDefault(consumer.producer(), 0L),
                        "{"
                                + String.join(
                                        ",",
                                        consumer.types().stream()
                                                .map(type -> type + "%")
                                                .toList()) + "}");
        evidence.databases()
                .rows(consumer.service(), CONSUMED, consumer.group())
                .forEach(row -> consumed.put(String.valueOf(row.get("event_id")), String.valueOf(row.get("at"))));
        Map<String, Double> lastOfKey = new HashMap<>();
        for (Map<String, String> row : published) {
            int ordinal = 0;
            for (JsonNode event : JSON.readTree(String.valueOf(row.get("body")))) {
                String id = eventId(String.valueOf(row.get("id")), ordinal++);
                String at = consumed.get(id);
                String key = event.path("k").asString();
                if (at == null) {
                    violations.add(
                            consumer.group() + " never heard of " + id + " of " + key + ", row " + row.get("seq"));
                } else if (lastOfKey.merge(key, Double.valueOf(at), Math::max) > Double.parseDouble(at)) {
                    violations.add(consumer.group() + " heard of " + id + " of " + key + " before an earlier one");
                }
            }
        }
    }

    static String eventId(String row, int ordinal) {
        UUID id = UUID.fromString(row);
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + ordinal).toString();
    }
}
