package ai.whatsflow.bench.takeover;

import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.people.DemoUser;
import ai.whatsflow.local.process.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Devices of the demo customer, linked as a person would: made through the API, their codes scanned by phones. */
final class Fleet {

    private static final int AT_ONCE = 8;

    /** Nobody scanned their code in time, or the phone logged them out: they wait for a person. */
    private static final Set<String> GIVEN_UP = Set.of("STOPPED", "LOGGED_OUT");

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Scene scene;
    private final Http http = new Http();

    Fleet(Scene scene) {
        this.scene = scene;
    }

    /** A device that is online. */
    record Device(String instanceId, String phone) {}

    /** Brings the customer to so many online devices; returns them. */
    List<Device> link(int wanted) throws Exception {
        long usable = listed().stream()
                .filter(item -> !GIVEN_UP.contains(item.path("state").asString("")))
                .count();
        int missing = (int) Math.max(0, wanted - usable);
        inParallel(IntStream.range(0, missing).mapToObj(i -> "Phone " + i).toList(), this::create);
        Set<String> scanned = new HashSet<>();
        boolean complete = Waiting.until(PATIENCE, Duration.ofMillis(500), () -> {
            List<String> showing = listed().stream()
                    .filter(item -> item.path("state").asString("").equals("QR"))
                    .map(item -> item.path("instanceId").asString(""))
                    .filter(scanned::add)
                    .toList();
            inParallel(showing, this::scan);
            return online().size() >= wanted;
        });
        if (!complete) {
            throw new IllegalStateException("only " + online().size() + " of " + wanted + " devices came online");
        }
        return online();
    }

    List<Device> online() {
        return listed().stream()
                .filter(item -> item.path("state").asString("").equals("ONLINE"))
                .map(item -> new Device(
                        item.path("instanceId").asString(""), item.path("phone").asString("")))
                .toList();
    }

    /** Queues one message for each device, addressed to somebody of its own. */
    void sendOneEach(List<Device> devices, String text) throws IOException {
        for (int from = 0; from < devices.size(); from += 100) {
            List<Device> part = devices.subList(from, Math.min(devices.size(), from + 100));
            Http.Answer answer = http.post(
                    scene.ports().url(Port.MESSAGING) + "/api/v1/message-batches",
                    token(),
                    Map.of(
                            "instanceIds", part.stream().map(Device::instanceId).toList(),
                            "recipients", part.stream().map(Fleet::recipientOf).toList(),
                            "text", text));
            if (!answer.ok()) {
                throw new IOException("POST /api/v1/message-batches answers " + answer);
            }
        }
    }

    private static String recipientOf(Device device) {
        return "+9476" + device.phone().substring(device.phone().length() - 7);
    }

    private void create(String name) {
        insist(name, () -> http.post(instances(), token(), Map.of("name", name, "engine", "simulated")));
    }

    /** Each try with the code that is shown by then. */
    private void scan(String instanceId) {
        String phone = "+9471%07d".formatted(Math.floorMod(instanceId.hashCode(), 10_000_000));
        String scans = scene.ports().url(Port.SIMULATOR) + "/simulator/v1/phones/" + Http.encode(phone) + "/scans";
        insist(phone, () -> {
            Http.Answer qr = http.get(instances() + "/" + instanceId + "/qr", token());
            return qr.ok()
                    ? http.post(scans, "", Map.of("qr", qr.json().path("code").asString("")))
                    : qr;
        });
    }

    private List<JsonNode> listed() {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String query = "?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + Http.encode(cursor));
            JsonNode page = insist("the list of instances", () -> http.get(instances() + query, token()));
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return items;
    }

    private String instances() {
        return scene.ports().url(Port.INSTANCE) + "/api/v1/instances";
    }

    String token() {
        return scene.stack().users().token(DemoUser.CUSTOMER);
    }

    /** A request. */
    private interface Request {
        Http.Answer send() throws IOException;
    }

    private static JsonNode insist(String what, Request request) {
        JsonNode[] answered = new JsonNode[1];
        String[] last = {""};
        boolean done = Waiting.until(Duration.ofSeconds(30), Duration.ofMillis(300), () -> {
            try {
                Http.Answer answer = request.send();
                last[0] = answer.toString();
                answered[0] = answer.json();
                return answer.ok();
            } catch (IOException e) {
                last[0] = String.valueOf(e.getMessage());
                return false;
            }
        });
        if (!done) {
            throw new IllegalStateException(what + ": " + last[0]);
        }
        return answered[0];
    }

    /** Does something to each. */
    private interface Step {
        void with(String item);
    }

    private static void inParallel(List<String> items, Step step) {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<java.util.concurrent.Future<?>> steps = new ArrayList<>();
            for (String item : items) {
                steps.add(threads.submit(() -> {
                    places.acquireUninterruptibly();
                    try {
                        step.with(item);
                    } finally {
                        places.release();
                    }
                }));
            }
            for (java.util.concurrent.Future<?> each : steps) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
