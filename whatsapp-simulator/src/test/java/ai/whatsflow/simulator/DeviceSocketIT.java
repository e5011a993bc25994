package ai.whatsflow.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.whatsflow.simulator.RawDevice.Credentials;
import ai.whatsflow.simulator.device.DeviceSocketServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "simulator.device-port=0",
            "simulator.pairing.first-code=3s",
            "simulator.pairing.next-code=300ms",
            "simulator.pairing.codes=3",
            "simulator.max-frame=20KB",
            "simulator.silence=6s",
            "simulator.hello-within=3s",
            "simulator.latency.delivered-min=5ms",
            "simulator.latency.delivered-max=20ms",
            "simulator.latency.read-min=5ms",
            "simulator.latency.read-max=20ms"
        })
class DeviceSocketIT {

    @TempDir
    static Path directory;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("simulator.data-directory", () -> directory);
    }

    @Autowired
    DeviceSocketServer server;

    @LocalServerPort
    int httpPort;

    private AdminClient admin;
    private final String phone = number();
    private final String friend = number();

    @BeforeEach
    void connectToAdmin() {
        admin = new AdminClient(httpPort);
    }

    @Test
    void linksADeviceWhenAPhoneScansItsCode() throws IOException {
        try (RawDevice device = new RawDevice(server.port())) {
            device.say(Map.of("type", "pair", "client", "node-a"));
            JsonNode qr = device.expect("qr");
            assertThat(qr.get("simulated").asBoolean()).isTrue();
            assertThat(qr.get("attempt").asInt()).isEqualTo(1);
            assertThat(qr.get("of").asInt()).isEqualTo(3);

            JsonNode scan = admin.post("/phones/" + phone + "/scans", Map.of("qr", qr.get("code")));

            JsonNode linked = device.expect("linked");
            assertThat(linked.get("phone").asString()).isEqualTo(phone);
            assertThat(linked.get("deviceId")).isEqualTo(scan.get("deviceId"));
            assertThat(admin.get("/devices?phone=" + phone)
                            .get("items")
                            .get(0)
                            .get("client")
                            .asString())
                    .isEqualTo("node-a");
        }
    }

    @Test
    void rotatesCodesAndGivesUpAfterTheLast() throws IOException {
        try (RawDevice device = new RawDevice(server.port())) {
            device.say(Map.of("type", "pair"));
            String first = device.expect("qr").get("code").asString();
            String second = device.expect("qr").get("code").asString();
            assertThat(device.expect("qr").get("attempt").asInt()).isEqualTo(3);
            assertThat(second).isNotEqualTo(first);
            assertThat(admin.call("POST", "/phones/" + phone + "/scans", Map.of("qr", first))
                            .statusCode())
                    .isEqualTo(404);
            device.expect("pairing-ended");
            assertThat(device.closedByPeer()).isTrue();
        }
    }

    @Test
    void acknowledgesASendAndReportsDeliveredThenRead() throws IOException {
        Credentials credentials = link();
        try (RawDevice device = RawDevice.online(server.port(), credentials, "node-a")) {
            device.send("3EB0AAAAAAAA01", friend, "hello", 1);
            assertThat(device.expect("ack").get("duplicate").asBoolean()).isFalse();
            assertThat(device.expect("receipt").get("status").asString()).isEqualTo("DELIVERED");
            assertThat(device.expect("receipt").get("status").asString()).isEqualTo("READ");
        }
        JsonNode received = admin.get("/messages?recipient=" + friend).get("items");
        assertThat(received.get(0).get("text").asString()).isEqualTo("hello");
        assertThat(received.get(0).get("sender").asString()).isEqualTo(phone);
        assertThat(received.get(0).get("client").asString()).isEqualTo("node-a");
    }

    @Test
    void acknowledgesARepeatedIdButDeliversItOnce() throws IOException {
        try (RawDevice device = RawDevice.online(server.port(), link(), "node-a")) {
            device.send("3EB0AAAAAAAA02", friend, "once", 1);
            device.expect("ack");
            device.send("3EB0AAAAAAAA02", friend, "once", 2);
            assertThat(device.expect("ack").get("duplicate").asBoolean()).isTrue();
            device.send("3EB0AAAAAAAA02", friend, "once", 3);
            device.expect("ack");
        }
        await().untilAsserted(() -> assertThat(count("readByRecipients")).isEqualTo(1));
        assertThat(count("rawSends")).isEqualTo(3);
        assertThat(count("distinctSends")).isEqualTo(1);
        assertThat(count("duplicatesRefused")).isEqualTo(2);
        assertThat(count("deliveredToRecipients")).isEqualTo(1);
        assertThat(admin.get("/recipients/" + friend).get("messages").asInt()).isEqualTo(1);
    }

    @Test
    void keepsReceiptsForADeviceThatIsAway() throws IOException {
        Credentials credentials = link();
        try (RawDevice device = RawDevice.online(server.port(), credentials, "node-a")) {
            device.send("3EB0AAAAAAAA03", friend, "bye", 1);
            device.expect("ack");
        }
        await().untilAsserted(() -> assertThat(count("readByRecipients")).isEqualTo(1));
        try (RawDevice device = RawDevice.online(server.port(), credentials, "node-b")) {
            assertThat(device.expect("receipt").get("seq").asLong()).isEqualTo(1);
            assertThat(device.expect("receipt").get("seq").asLong()).isEqualTo(2);
        }
        try (RawDevice device = RawDevice.online(server.port(), credentials, "node-b")) {
            assertThat(device.expect("receipt").get("seq").asLong()).isEqualTo(1);
            device.say(Map.of("type", "received", "through", 1));
            device.say(Map.of("type", "ping"));
            device.expect("pong");
        }
        try (RawDevice device = RawDevice.online(server.port(), credentials, "node-b")) {
            assertThat(device.expect("receipt").get("seq").asLong()).isEqualTo(2);
            device.say(Map.of("type", "received", "through", 2));
            device.say(Map.of("type", "ping"));
            device.expect("pong");
        }
        try (RawDevice device = RawDevice.online(server.port(), credentials, "node-b")) {
            assertThat(device.silentFor(200)).isTrue();
        }
    }

    @Test
    void letsTheNewestSocketWinAndTellsTheOldOne() throws IOException {
        Credentials credentials = link();
        try (RawDevice older = RawDevice.online(server.port(), credentials, "node-a");
                RawDevice newer = RawDevice.online(server.port(), credentials, "node-b")) {
            older.expect("conflict");
            assertThat(older.closedByPeer()).isTrue();
            newer.send("3EB0AAAAAAAA04", friend, "mine", 1);
            newer.expect("ack");
        }
        assertThat(count("conflicts")).isEqualTo(1);
    }

    @Test
    void bringsInboundMessagesToTheDevice() throws IOException {
        try (RawDevice device = RawDevice.online(server.port(), link(), "node-a")) {
            admin.post("/phones/" + friend + "/messages", Map.of("to", phone, "text", "good morning"));
            JsonNode inbound = device.expect("inbound");
            assertThat(inbound.get("from").asString()).isEqualTo(friend);
            assertThat(inbound.get("text").asString()).isEqualTo("good morning");
        }
        assertThat(admin.call("POST", "/phones/" + phone + "/messages", Map.of("to", friend, "text", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void bringsAMessageToTheLinkedDeviceOfItsRecipient() throws IOException {
        Credentials credentials = link();
        Credentials other = link(friend);
        try (RawDevice sender = RawDevice.online(server.port(), credentials, "node-a");
                RawDevice recipient = RawDevice.online(server.port(), other, "node-b")) {
            sender.send("3EB0AAAAAAAA05", friend, "between us", 1);
            assertThat(recipient.expect("inbound").get("whatsappId").asString()).isEqualTo("3EB0AAAAAAAA05");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"log-out,logged-out", "ban,banned"})
    void endsADeviceForGood(String wayAndFrame) throws IOException {
        String[] parts = wayAndFrame.split(",");
        Credentials credentials = link();
        try (RawDevice device = RawDevice.online(server.port(), credentials, "node-a")) {
            admin.post("/devices/" + credentials.deviceId() + "/" + parts[0], "");
            device.expect(parts[1]);
            assertThat(device.closedByPeer()).isTrue();
        }
        assertThat(refusalOfHello(credentials.deviceId(), credentials.secret())).isEqualTo(parts[1]);
    }

    @Test
    void letsADeviceLogItselfOut() throws IOException {
        Credentials credentials = link();
        try (RawDevice device = RawDevice.online(server.port(), credentials, "node-a")) {
            device.say(Map.of("type", "logout"));
            device.expect("logged-out");
        }
        assertThat(refusalOfHello(credentials.deviceId(), credentials.secret())).isEqualTo("logged-out");
    }

    @Test
    void refusesUnknownCredentials() throws IOException {
        assertThat(refusalOfHello("nobody", "nothing")).isEqualTo("unknown-credentials");
        assertThat(refusalOfHello(link().deviceId(), "wrong")).isEqualTo("unknown-credentials");
    }

    @Test
    void refusesASendBeforeLinked() throws IOException {
        try (RawDevice device = new RawDevice(server.port())) {
            device.send("3EB0AAAAAAAA06", friend, "hello", 1);
            assertThat(device.refusal()).isEqualTo("not-linked");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0771234567", "94771234567", "+0771234567", "+94", "+9477123456789012", "+94 77 123", ""})
    void refusesMalformedNumbers(String number) throws IOException {
        assertThat(refusalOfSend("3EB0AAAAAAAA07", number, "hello", 1)).isEqualTo("malformed-number");
        assertThat(count("refused")).isEqualTo(1);
        assertThat(count("distinctSends")).isZero();
    }

    @Test
    void refusesMalformedIdsAndTexts() throws IOException {
        assertThat(refusalOfSend("short", friend, "hello", 1)).isEqualTo("malformed-id");
        assertThat(refusalOfSend("3EB0AAAAAAAA08", friend, "", 1)).isEqualTo("text-empty");
        assertThat(refusalOfSend("3EB0AAAAAAAA08", friend, "x".repeat(4097), 1)).isEqualTo("text-too-long");
        try (RawDevice device = RawDevice.online(server.port(), link(), "node-a")) {
            device.send("3EB0AAAAAAAA08", friend, "x".repeat(4096), 1);
            device.expect("ack");
        }
    }

    @Test
    void refusesAMessageKeyThatWasUsedBefore() throws IOException {
        try (RawDevice device = RawDevice.online(server.port(), link(), "node-a")) {
            device.send("3EB0AAAAAAAA09", friend, "one", 7);
            device.expect("ack");
            device.send("3EB0AAAAAAAA10", friend, "two", 7);
            while (true) {
                JsonNode frame = device.next();
                if (!frame.get("type").asString().equals("receipt")) {
                    assertThat(frame.path("reason").asString()).isEqualTo("key-reused");
                    break;
                }
            }
        }
    }

    @Test
    void refusesFramesThatAreTooLargeOrMalformed() throws IOException {
        try (RawDevice device = new RawDevice(server.port())) {
            device.raw("x".repeat(20 * 1024 + 512));
            assertThat(device.refusal()).isEqualTo("frame-too-large");
            assertThat(device.closedByPeer()).isTrue();
        }
        for (String line : List.of("hello\n", "{}\n", "null\n", "{\"type\":\"welcome\"}\n", "[]\n")) {
            try (RawDevice device = new RawDevice(server.port())) {
                device.raw(line);
                assertThat(device.refusal()).as(line).isEqualTo("malformed-frame");
                assertThat(device.closedByPeer()).isTrue();
            }
        }
    }

    @Test
    void refusesASecondGreeting() throws IOException {
        Credentials credentials = link();
        try (RawDevice device = RawDevice.online(server.port(), credentials, "node-a")) {
            device.say(Map.of("type", "pair"));
            assertThat(device.refusal()).isEqualTo("already-greeted");
        }
    }

    @Test
    void disconnectsTheSilent() throws IOException {
        try (RawDevice device = new RawDevice(server.port())) {
            assertThat(device.closedByPeer()).isTrue();
        }
        Credentials credentials = link();
        try (RawDevice device = RawDevice.online(server.port(), credentials, "node-a")) {
            assertThat(device.closedByPeer()).isTrue();
        }
        await().untilAsserted(() -> assertThat(admin.get("/devices/" + credentials.deviceId())
                        .get("online")
                        .asBoolean())
                .isFalse());
    }

    @Test
    void losesSendsAndAcknowledgementsWhenToldTo() throws IOException {
        try (RawDevice device = RawDevice.online(server.port(), link(), "node-a")) {
            admin.call("PUT", "/conditions", Map.of("loss", Map.of("sends", 1.0, "acks", 0.0)));
            device.send("3EB0AAAAAAAA11", friend, "lost", 1);
            device.say(Map.of("type", "ping"));
            assertThat(device.next().get("type").asString()).isEqualTo("pong");
            assertThat(count("rawSends")).isZero();

            admin.call("PUT", "/conditions", Map.of("loss", Map.of("sends", 0.0, "acks", 1.0)));
            device.send("3EB0AAAAAAAA11", friend, "not lost", 2);
            assertThat(device.next().get("type").asString()).isEqualTo("receipt");
            assertThat(count("distinctSends")).isEqualTo(1);
        } finally {
            admin.call("PUT", "/conditions", Map.of("loss", Map.of("sends", 0.0, "acks", 0.0)));
        }
        assertThat(admin.call("PUT", "/conditions", Map.of("loss", Map.of("sends", 2.0, "acks", 0.0)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void holdsManyIdleDevices() throws IOException {
        List<RawDevice> devices = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                devices.add(RawDevice.online(server.port(), link(), "idle"));
                if (i % 50 == 0) {
                    for (RawDevice device : devices) {
                        device.say(Map.of("type", "ping"));
                    }
                }
            }
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(admin.get("").get("devicesOnline").asInt())
                                    .isGreaterThanOrEqualTo(400));
        } finally {
            for (RawDevice device : devices) {
                device.close();
            }
        }
    }

    private String refusalOfHello(String deviceId, String secret) throws IOException {
        try (RawDevice device = new RawDevice(server.port())) {
            device.say(Map.of("type", "hello", "deviceId", deviceId, "secret", secret));
            return device.refusal();
        }
    }

    private String refusalOfSend(String id, String to, String text, long key) throws IOException {
        try (RawDevice device = RawDevice.online(server.port(), link(), "node-a")) {
            device.send(id, to, text, key);
            return device.refusal();
        }
    }

    private Credentials link() throws IOException {
        return link(phone);
    }

    private Credentials link(String number) throws IOException {
        try (RawDevice device = new RawDevice(server.port())) {
            device.say(Map.of("type", "pair"));
            JsonNode code = device.expect("qr").get("code");
            admin.post("/phones/" + number + "/scans", Map.of("qr", code));
            JsonNode linked = device.expect("linked");
            return new Credentials(
                    linked.get("deviceId").asString(), linked.get("secret").asString());
        }
    }

    private int count(String figure) {
        return admin.get("/counts?sender=" + phone).get(figure).asInt();
    }

    private static String number() {
        return "+9477" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    }
}
