package ai.whatsflow.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.whatsflow.simulator.RawDevice.Credentials;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** SIGKILL to a simulator of its own at a seeded random moment: what it acknowledged, it remembers. */
class SimulatorKilledIT {

    private static final int MESSAGES = 400;
    private static final String PHONE = "+94770000001";

    @TempDir
    Path directory;

    @Test
    void remembersWhatItAcknowledgedAndDeliversNothingTwice() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int httpPort = freePort();
        int devicePort = freePort();
        AdminClient admin = new AdminClient(httpPort);

        Process simulator = start(httpPort, devicePort);
        Credentials credentials = new Credentials("", "");
        int acknowledged = 0;
        try (RawDevice device = new RawDevice(devicePort)) {
            device.say(Map.of("type", "pair"));
            JsonNode qr = device.expect("qr");
            admin.post("/phones/" + PHONE + "/scans", Map.of("qr", qr.get("code")));
            JsonNode linked = device.expect("linked");
            credentials = new Credentials(
                    linked.get("deviceId").asString(), linked.get("secret").asString());
            int killAt = random.nextInt(50, 350);
            for (int i = 0; i < MESSAGES; i++) {
                device.send(id(i), to(i), "text", i + 1);
                if (i == killAt) {
                    simulator.destroyForcibly();
                }
                device.expect("ack");
                acknowledged++;
            }
        } catch (IOException e) {
            simulator.waitFor(10, TimeUnit.SECONDS);
        } finally {
            simulator.destroyForcibly().waitFor();
        }
        assertThat(acknowledged).isBetween(50, MESSAGES - 1);

        Process second = start(httpPort, devicePort);
        try (RawDevice device = new RawDevice(devicePort)) {
            int before =
                    admin.get("/counts?sender=" + PHONE).get("distinctSends").asInt();
            assertThat(before).isBetween(acknowledged, acknowledged + 1);
            device.say(Map.of("type", "hello", "deviceId", credentials.deviceId(), "secret", credentials.secret()));
            long key = device.expect("online").get("lastMessageKey").asLong();
            assertThat(key).isEqualTo(before);
            for (int i = 0; i < MESSAGES; i++) {
                device.send(id(i), to(i), "text", ++key);
                device.expect("ack");
            }
            int known = before;
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                JsonNode counts = admin.get("/counts?sender=" + PHONE);
                assertThat(counts.get("readByRecipients").asInt()).isEqualTo(MESSAGES);
                assertThat(counts.get("deliveredToRecipients").asInt()).isEqualTo(MESSAGES);
                assertThat(counts.get("distinctSends").asInt()).isEqualTo(MESSAGES);
                assertThat(counts.get("duplicatesRefused").asInt()).isEqualTo(known);
            });
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private Process start(int httpPort, int devicePort) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WhatsAppSimulatorApplication.class.getName(),
                "--server.port=" + httpPort,
                "--simulator.device-port=" + devicePort,
                "--simulator.data-directory=" + directory);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("simulator.log").toFile()))
                .start();
        AdminClient admin = new AdminClient(httpPort);
        await().atMost(Duration.ofSeconds(60)).until(() -> answers(admin));
        return process;
    }

    private static boolean answers(AdminClient admin) {
        try {
            return admin.get("").get("simulated").asBoolean();
        } catch (AssertionError e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String id(int i) {
        return "3EB0%032X".formatted(i);
    }

    private static String to(int i) {
        return "+9477%07d".formatted(1_000_000 + i);
    }
}
