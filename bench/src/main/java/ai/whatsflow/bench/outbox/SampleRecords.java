package ai.whatsflow.bench.outbox;

/** The records of both arms: a message status of 250 bytes, as the services publish them. */
final class SampleRecords {

    static final String TOPIC = "bench.records";
    static final String TYPE = "messaging.message.queued.v1";
    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    private static final String ID = "01980f5e-6f00-7000-8000-";
    private static final String REST =
            "\",\"instanceId\":\"01980f5e-6f00-7000-8000-0123456789ab\",\"to\":\"+94771234567\","
                    + "\"text\":\"Your order is on its way and will be with you before six this evening.\","
                    + "\"queuedAt\":\"2026-07-15T10:11:12.131Z\"}";

    private SampleRecords() {}

    static String key(int number) {
        return ID + "%012d".formatted(number % 1_000);
    }

    static String payload(int number) {
        return "{\"messageId\":\"" + ID + "%012d".formatted(number) + REST;
    }

    /** SQL that makes the same payload of the column {@code n}. */
    static String payloadSql() {
        return "'{\"messageId\":\"" + ID + "' || lpad(n::text, 12, '0') || '" + REST + "'";
    }

    static String keySql() {
        return "'" + ID + "' || lpad((n % 1000)::text, 12, '0')";
    }
}
