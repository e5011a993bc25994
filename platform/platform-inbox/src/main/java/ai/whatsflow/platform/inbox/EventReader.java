package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.inbox.EventSubscription.Route;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Turns incoming records into typed events; tolerant of fields it does not know. Thread-safe. */
final class EventReader {

    private final JsonMapper mapper;

    EventReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    static boolean wants(Route<?> route, Incoming incoming) {
        return route.topic().equals(incoming.topic())
                && incoming.type() != null
                && route.types().contains(incoming.type());
    }

    static @Nullable Route<?> route(EventSubscription subscription, Incoming incoming) {
        for (Route<?> route : subscription.routes()) {
            if (wants(route, incoming)) {
                return route;
            }
        }
        return null;
    }

    <T> Event<T> read(Class<T> payload, Incoming incoming) {
        if (incoming.id() == null) {
            throw new PoisonRecordException("the record has no readable ce_id", new IllegalArgumentException());
        }
        ObjectReader reader = mapper.readerFor(payload).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try {
            return new Event<>(
                    incoming.id(),
                    Objects.requireNonNull(incoming.type()),
                    incoming.topic(),
                    incoming.key(),
                    incoming.time(),
                    reader.readValue(incoming.body()));
        } catch (JacksonException unreadable) {
            throw new PoisonRecordException(
                    "the payload can't be read: " + unreadable.getOriginalMessage(), unreadable);
        }
    }
}
