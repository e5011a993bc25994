package ai.whatsflow.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OutboxPublisherTests {

    private static final String OF_THE_ROW = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String ITS_OWN = "00-1bf7651916cd43dd8448eb211c80319c-c7ad6b7169203331-01";

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final OutboxPublisher publisher = new OutboxPublisher(kafka, new JsonMapper(), "/messaging-service");

    @Test
    void givesEachRecordTheTraceOfItsCause() {
        String body =
                "[{\"k\":\"a\",\"s\":\"a\",\"t\":\"" + ITS_OWN + "\",\"p\":{}},{\"k\":\"b\",\"s\":\"b\",\"p\":{}}]";

        publisher.publish(List.of(row(OF_THE_ROW, body), row(null, body)));

        assertThat(kafka.history().stream().map(OutboxPublisherTests::traceParent))
                .containsExactly(ITS_OWN, OF_THE_ROW, ITS_OWN, null);
    }

    private static OutboxRow row(@Nullable String traceParent, String body) {
        return new OutboxRow(1, UUID.randomUUID(), "t", "t.v1", traceParent, Instant.EPOCH, body);
    }

    private static @Nullable String traceParent(ProducerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("traceparent");
        return header == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
    }
}
