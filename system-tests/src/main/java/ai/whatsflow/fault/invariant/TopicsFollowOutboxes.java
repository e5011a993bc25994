package ai.whatsflow.fault.invariant;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of a key are the events of its outbox, one after the other. A relay that starts over may say again what
 * comes after its cursor, but then it says all of it again: an event that is followed by neither its successor nor a
 * repetition came from somebody who should have been silent.
 */
final class TopicsFollowOutboxes implements Invariant {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OUTBOX = "SELECT topic, id, body FROM outbox WHERE seq > ?"
            + " AND recorded_at < now() - interval '5 seconds' ORDER BY seq";

    /** Where an event stands among those of its key. */
    record Place(String key, int position) {}

    @Override
    public String sentence() {
        return "every topic is its outbox, and nothing stale was published";
    }

    @Override
    public List<String> violations(Evidence evidence) throws SQLException {
        Map<String, Place> places = new HashMap<>();
        Map<String, Integer> lengths = new HashMap<>();
        for (String service : Baseline.SERVICES) {
            long after = evidence.baseline().outbox().getOrDefault(service, 0L);
            for (Map<String, String> row : evidence.databases().rows(service, OUTBOX, after)) {
                int ordinal = 0;
                for (JsonNode event : JSON.readTree(String.valueOf(row.get("body")))) {
                    String key = row.get("topic") + " " + event.path("k").asString();
                    String id = EventsReachConsumers.eventId(String.valueOf(row.get("id")), ordinal++);
                    places.put(id, new Place(key, lengths.merge(key, 1, Integer::sum) - 1));
                }
            }
        }
        List<Place> published = new ArrayList<>();
        evidence.topics().since(evidence.baseline().topics()).forEach(record -> {
            Place place = places.get(record.eventId());
            if (place != null) {
                published.add(place);
            }
        });
        return judge(published, lengths);
    }

    static List<String> judge(List<Place> published, Map<String, Integer> lengths) {
        List<String> violations = new ArrayList<>();
        Map<String, Integer> last = new HashMap<>();
        for (Place place : published) {
            @Nullable Integer before = last.put(place.key(), place.position());
            int successor = before == null ? 0 : before + 1;
            if (place.position() > successor) {
                violations.add(place.key() + ": event " + place.position() + " follows " + before);
            }
        }
        lengths.forEach((key, length) -> {
            if (last.getOrDefault(key, -1) < length - 1) {
                violations.add(key + ": ends with event " + last.get(key) + " of " + length);
            }
        });
        return violations;
    }
}
