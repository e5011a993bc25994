package ai.whatsflow.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

final class KillNode implements Step {

    @Override
    public String title() {
        return "A device node is killed in the middle of it: its sessions move, every message arrives exactly once";
    }

    @Override
    public Map<String, String> expected() {
        return Map.of(
                "messages delivered, by the simulator's count", "2000",
                "distinct messages, by the simulator's count", "2000",
                "messages read, by the platform's count", "2000",
                "messages failed", "0",
                "killed before the last send", "true",
                "the device has a new owner", "true",
                "the killed node is back", "ONLINE");
    }

    @Override
    public Facts perform(Story story) {
        Session customer = story.person("customer");
        String device = story.id("first device");
        String phone = story.devicePhone(1);
        Waiting.until("some are on their way", Duration.ofSeconds(60), () -> raw(story, phone) > 100);
        JsonNode before =
                customer.get("/api/v1/instances/" + device).expect(200).json();
        String serverId = before.path("serverId").asString();
        String node = story.owner.get("/api/v1/servers/" + serverId).expect(200).at("/name");
        ProcessHandle process = process(story, node);
        Instant killed = Instant.now();
        process.destroyForcibly();
        long atKill = raw(story, phone);
        Instant firstSend =
                Waiting.forValue("the new owner sends", Duration.ofSeconds(60), () -> firstSend(story, phone, node));
        long takeOver = Duration.between(killed, firstSend).toMillis();
        JsonNode after = customer.get("/api/v1/instances/" + device).expect(200).json();
        Waiting.until("all have arrived", Duration.ofSeconds(120), () -> arrived(story) == SendToGroup.RECIPIENTS);
        // Receipts that were on the dead node's disk come once it is back; until then nobody else has them.
        long early = read(customer, story);
        run(story, "start", node);
        Waiting.until(
                "the node is back",
                Duration.ofSeconds(90),
                () -> status(story, serverId).equals("ONLINE"));
        Waiting.until("all are read", Duration.ofSeconds(120), () -> read(customer, story) == SendToGroup.RECIPIENTS);
        JsonNode counts = customer.get("/api/v1/message-batches/" + story.id("batch"))
                .expect(200)
                .json()
                .path("counts");
        long streamed = story.watch().count(StatusWatch.Status.READ);
        run(story, "start", node);
        Waiting.until(
                "the node is back",
                Duration.ofSeconds(60),
                () -> status(story, serverId).equals("ONLINE"));
        JsonNode first = story.counts(phone);
        JsonNode second = story.counts(story.devicePhone(2));
        return new Facts()
                .note("killed", node + " with SIGKILL after some " + atKill + " sends of the device")
                .note("take-over, from the signal to the first send", takeOver + " ms")
                .note(
                        "epoch",
                        before.path("epoch").asString() + " → "
                                + after.path("epoch").asString())
                .note("raw sends, by the simulator's count", sum(first, second, "rawSends"))
                .note("duplicates it refused", sum(first, second, "duplicatesRefused"))
                .note("read before the killed node was back", early)
                .note("'read' events seen on the live stream", streamed)
                .saw("killed before the last send", atKill < SendToGroup.RECIPIENTS / 2)
                .saw("messages delivered, by the simulator's count", sum(first, second, "deliveredToRecipients"))
                .saw("distinct messages, by the simulator's count", sum(first, second, "distinctSends"))
                .saw(
                        "messages read, by the platform's count",
                        counts.path("READ").asInt())
                .saw("messages failed", counts.path("FAILED").asInt(0))
                .saw(
                        "the device has a new owner",
                        after.path("epoch").asLong() > before.path("epoch").asLong())
                .saw("the killed node is back", status(story, serverId));
    }

    private static long arrived(Story story) {
        return sum(story.counts(story.devicePhone(1)), story.counts(story.devicePhone(2)), "deliveredToRecipients");
    }

    /** When the node that holds the device now sent its first message, by the simulator's clock. */
    private static @Nullable Instant firstSend(Story story, String phone, String killedNode) {
        Answer devices = story.http.get(story.place.simulator() + "/simulator/v1/devices?phone=" + Http.encode(phone));
        JsonNode device = devices.expect(200).json().path("items").path(0);
        String at = device.path("firstSendAt").asString("");
        boolean moved = device.path("online").asBoolean(false)
                && !device.path("client").asString("").equals(killedNode);
        return moved && !at.isEmpty() ? Instant.parse(at) : null;
    }

    private static long raw(Story story, String phone) {
        return story.counts(phone).path("rawSends").asLong();
    }

    private static long read(Session customer, Story story) {
        return customer.get("/api/v1/message-batches/" + story.id("batch"))
                .json()
                .path("counts")
                .path("READ")
                .asLong(0);
    }

    private static String status(Story story, String serverId) {
        return story.owner.get("/api/v1/servers/" + serverId).at("/status");
    }

    private static long sum(JsonNode first, JsonNode second, String count) {
        return first.path(count).asLong() + second.path(count).asLong();
    }

    /** By its id, not by a launcher that has to start first: on a busy machine the last message would be out by then. */
    private static ProcessHandle process(Story story, String node) {
        Path file = Path.of(story.place.environment().get("WHATSFLOW_HOME"), "run", node + ".pid");
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).split(" ")[0]))
                    .orElseThrow(() -> new StepFailure(node + " does not run"));
        } catch (IOException failed) {
            throw new StepFailure("who runs " + node + "? " + failed);
        }
    }

    private static void run(Story story, String command, String node) {
        try {
            ProcessBuilder launcher = new ProcessBuilder(
                            List.of(story.place.script().toString(), command, node))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            launcher.environment().putAll(story.place.environment());
            Process process = launcher.start();
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new StepFailure("./whatsflow " + command + " " + node + " failed");
            }
        } catch (IOException failed) {
            throw new StepFailure("./whatsflow " + command + " could not run: " + failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted");
        }
    }
}
