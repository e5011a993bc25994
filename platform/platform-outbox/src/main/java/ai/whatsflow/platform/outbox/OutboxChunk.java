package ai.whatsflow.platform.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON body of one outbox row: up to 1,000 records of one topic and type, each {@code {"k": key, "s": subject, "t":
 * traceparent, "p": payload}}, the third only where it is not that of the row.
 */
record OutboxChunk(String topic, String type, int records, String body) {

    static final int MAX_RECORDS = 1_000;
    static final int MAX_CHARS = 1_000_000;

    /** Packs events in order; a new row starts when topic or type changes or the row is full. */
    static List<OutboxChunk> pack(List<OutboxEvent> events, JsonMapper mapper) {
        Map<String, Builder> open = new LinkedHashMap<>();
        List<OutboxChunk> packed = new ArrayList<>();
        String last = "";
        for (OutboxEvent event : events) {
            String group = event.topic() + '\n' + event.type();
            if (!group.equals(last)) {
                // Order across types of one topic is kept by closing what came before.
                open.values().forEach(builder -> packed.add(builder.build()));
                open.clear();
                last = group;
            }
            String record = record(event, mapper);
            Builder builder = open.computeIfAbsent(group, unused -> new Builder(event.topic(), event.type()));
            if (builder.isFullFor(record)) {
                packed.add(builder.build());
                builder = new Builder(event.topic(), event.type());
                open.put(group, builder);
            }
            builder.add(record);
        }
        open.values().forEach(builder -> packed.add(builder.build()));
        return packed;
    }

    /**
     * One record of a row, its payload as the JSON that was packed.
     *
     * @param traceParent its own, if it has one beside that of the row
     */
    record Entry(String key, String subject, @Nullable String traceParent, String payload) {}

    /** Cuts the payloads out of the body as they are: they were JSON before they came in. */
    static List<Entry> unpack(String body, JsonMapper mapper) {
        List<Entry> entries = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(body)) {
            expect(parser, JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                String key = string(parser);
                String subject = string(parser);
                expect(parser, JsonToken.PROPERTY_NAME);
                String traceParent = null;
                if (parser.currentName().equals("t")) {
                    traceParent = parser.nextStringValue();
                    expect(parser, JsonToken.PROPERTY_NAME);
                }
                entries.add(new Entry(key, subject, traceParent, value(parser, body)));
                expect(parser, JsonToken.END_OBJECT);
            }
        }
        return entries;
    }

    private static String string(JsonParser parser) {
        expect(parser, JsonToken.PROPERTY_NAME);
        expect(parser, JsonToken.VALUE_STRING);
        return parser.getString();
    }

    private static String value(JsonParser parser, String body) {
        parser.nextToken();
        long start = parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            // A text is read when it is asked for; only then does the parser stand behind it.
            parser.getString();
        }
        return body.substring((int) start, (int) parser.currentLocation().getCharOffset());
    }

    private static void expect(JsonParser parser, JsonToken token) {
        if (parser.nextToken() != token) {
            throw new IllegalStateException(
                    "the body of an outbox row has " + parser.currentToken() + " where " + token + " belongs");
        }
    }

    private static String record(OutboxEvent event, JsonMapper mapper) {
        String trace = event.traceParent() == null ? "" : ",\"t\":" + mapper.writeValueAsString(event.traceParent());
        return "{\"k\":" + mapper.writeValueAsString(event.key()) + ",\"s\":"
                + mapper.writeValueAsString(event.subject()) + trace + ",\"p\":"
                + mapper.writeValueAsString(event.payload()) + "}";
    }

    private static final class Builder {

        private final String topic;
        private final String type;
        private final StringBuilder body = new StringBuilder("[");
        private int records;

        Builder(String topic, String type) {
            this.topic = topic;
            this.type = type;
        }

        boolean isFullFor(String record) {
            return records > 0 && (records == MAX_RECORDS || body.length() + record.length() > MAX_CHARS);
        }

        void add(String record) {
            if (records++ > 0) {
                body.append(',');
            }
            body.append(record);
        }

        OutboxChunk build() {
            return new OutboxChunk(topic, type, records, body + "]");
        }
    }
}
