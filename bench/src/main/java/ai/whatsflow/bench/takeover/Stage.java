package ai.whatsflow.bench.takeover;

import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.files.FileTree;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.process.Waiting;
import ai.whatsflow.local.service.EnvironmentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A platform with short leases and two nodes, one of which holds every device. */
final class Stage implements AutoCloseable {

    private static final Duration CALM = Duration.ofSeconds(20);
    private static final Duration BETWEEN_WAVES = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration AFTERMATH = Duration.ofSeconds(5);

    private final Scene before;
    private final Scene scene;
    private final boolean wasUp;
    private final Fleet fleet;
    private final Ownership ownership;
    private final SimulatorLog simulator;
    private final List<Fleet.Device> devices;
    private final Map<String, Long> epochsAtFirst;
    private final Map<String, Long> wantedMoves = new HashMap<>();
    private String holder = "node-1";
    private String other = "node-2";
    private int waves;

    private Stage(
            Scene before, Scene scene, Fleet fleet, Ownership ownership, List<Fleet.Device> devices, boolean wasUp)
            throws SQLException {
        this.before = before;
        this.scene = scene;
        this.wasUp = wasUp;
        this.fleet = fleet;
        this.ownership = ownership;
        this.devices = devices;
        this.simulator = new SimulatorLog(TakeOverBenchmark.simulator(scene));
        this.epochsAtFirst = ownership.epochs();
    }

    static Stage set(Scene before, int wanted) throws Exception {
        boolean wasUp = before.stack().component("gateway").process().isRunning();
        Scene scene = before.throughProxies();
        environment(scene, "instance-service", "INSTANCE_LEASE_DURATION=3s\nINSTANCE_RUNTIME_PLACEMENT_INTERVAL=50ms");
        environment(scene, "device-node", "NODE_LEASE_RENEWAL=1s");
        scene.platform().up(1, Set.of());
        Fleet fleet = new Fleet(scene);
        Ownership ownership = new Ownership(scene);
        ownership.liftLimits(new Http()
                .get(scene.ports().url(Port.GATEWAY) + "/api/v1/me", fleet.token())
                .json()
                .path("accountId")
                .asString(""));
        List<Fleet.Device> devices = fleet.link(wanted);
        scene.platform().up(2, Set.of());
        Stage stage = new Stage(before, scene, fleet, ownership, devices, wasUp);
        stage.await("the second node is open", () -> ownership.isOpen("node-2"));
        scene.say("%d devices online, all on node-1", devices.size());
        return stage;
    }

    /** Sends for a while with nothing wrong; returns how many devices changed their owner all the same. */
    long unrest() throws Exception {
        Map<String, Long> before = ownership.epochs();
        long end = System.nanoTime() + CALM.toNanos();
        while (System.nanoTime() < end) {
            wave();
            Thread.sleep(BETWEEN_WAVES);
        }
        Map<String, Long> after = ownership.epochs();
        return devices.stream()
                .map(Fleet.Device::phone)
                .filter(phone -> !Objects.equals(before.get(phone), after.get(phone)))
                .count();
    }

    /** Moves beyond those that were caused here. */
    long unexplainedMoves() throws SQLException {
        Map<String, Long> epochs = ownership.epochs();
        return devices.stream()
                .map(Fleet.Device::phone)
                .mapToLong(phone -> of(epochs, phone) - of(epochsAtFirst, phone) - of(wantedMoves, phone))
                .sum();
    }

    private static long of(Map<String, Long> counts, String phone) {
        return counts.getOrDefault(phone, 0L);
    }

    /** SIGSTOP; woken once every device has spoken again. */
    TakeOver freeze() throws Exception {
        long node = scene.processes(holder).getFirst().pid();
        return takeOver("frozen", () -> signal("-STOP", node), () -> signal("-CONT", node));
    }

    /** Between it and the platform nothing passes, while its way to WhatsApp stays open. */
    TakeOver cutOff() throws Exception {
        NodeLinks links = new NodeLinks(scene.ports(), holder);
        return takeOver("cut off", links::cut, links::heal);
    }

    /** SIGKILL; its supervisor tells the registry. */
    TakeOver kill() throws Exception {
        String killed = holder;
        return takeOver(
                "killed",
                () -> scene.stack().component(killed).process().kill(),
                () -> scene.platform().start(killed));
    }

    /** Something that may fail. */
    private interface Act {
        void run() throws Exception;
    }

    /** Harms the holder until the other node holds all it held; returns when the harmed one is open again. */
    private TakeOver takeOver(String how, Act harm, Act repair) throws Exception {
        Set<String> moving = ownership.phonesOf(holder);
        moving.forEach(phone -> wantedMoves.merge(phone, 1L, Long::sum));
        wave();
        Thread.sleep(BETWEEN_WAVES);
        wave();
        Instant signal = Instant.now();
        harm.run();
        wave();
        TakeOver[] seen = {new TakeOver(List.of(), 0)};
        boolean complete = Waiting.until(PATIENCE, BETWEEN_LOOKS, () -> {
            seen[0] = lookAfter(signal, moving);
            return seen[0].silences().size() == moving.size();
        });
        if (!complete) {
            throw new IllegalStateException(
                    "only " + seen[0].silences().size() + " of " + moving.size() + " devices spoke again");
        }
        repair.run();
        Thread.sleep(AFTERMATH);
        TakeOver all = TakeOver.of(simulator.read(), signal, moving, holder, other);
        scene.say(
                "%s: %d devices, p50 %.2f s, p99 %.2f s, longest %.2f s; %d stale",
                how, all.silences().size(), all.percentile(50), all.percentile(99), all.percentile(100), all.stale());
        String harmed = holder;
        holder = other;
        other = harmed;
        await(harmed + " is open again", () -> ownership.isOpen(harmed));
        return all;
    }

    private TakeOver lookAfter(Instant signal, Set<String> moving) {
        try {
            return TakeOver.of(simulator.read(), signal, moving, holder, other);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void wave() throws IOException {
        fleet.sendOneEach(devices, "Wave " + waves++);
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
    }

    /** A question to the database. */
    private interface Question {
        boolean ask() throws SQLException;
    }

    private void await(String what, Question question) {
        boolean yes = Waiting.until(PATIENCE, Duration.ofMillis(300), () -> {
            try {
                return question.ask();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        if (!yes) {
            throw new IllegalStateException("not within " + PATIENCE.toSeconds() + " s: " + what);
        }
    }

    private static void environment(Scene scene, String artifact, String line) throws IOException {
        EnvironmentFile file = new EnvironmentFile(scene.home(), artifact);
        Files.writeString(Home.createdFor(file.path()).resolve(file.path().getFileName()), line + "\n");
    }

    /** The usual settings again, from the next start on. */
    @Override
    public void close() throws IOException {
        scene.platform().down();
        FileTree.delete(scene.home().directory().resolve("environment"));
        if (wasUp) {
            before.platform().up(1, Set.of());
        } else {
            before.start("postgresql");
        }
    }
}
