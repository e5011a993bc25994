package ai.whatsflow.local.node;

import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.process.ManagedProcess;
import ai.whatsflow.local.process.Waiting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Starts one device node, waits for its end as its parent, and reports the end with the boot id that died. It never
 * restarts the node; when it is ended itself, the node lives on.
 */
public final class NodeSupervisor {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private NodeSupervisor() {}

    /** Arguments: home, name of the node, its data directory, URL of the registry, then the node's command line. */
    public static void main(String... arguments) throws InterruptedException, java.io.IOException {
        Home home = new Home(Path.of("."), Path.of(arguments[0]));
        ManagedProcess node = new ManagedProcess(arguments[1], home);
        NodeFiles files = new NodeFiles(Path.of(arguments[2]));
        List<String> command = Arrays.asList(arguments).subList(4, arguments.length);

        Process process = node.launchAsChild(command);
        System.out.println(Instant.now() + " " + node.name() + " runs as process " + process.pid());
        ExitNotice notice = new ExitNotice(files, arguments[3], new Http(), Clock.systemUTC());
        Thread.ofVirtual().start(() -> Waiting.until(PATIENCE, Duration.ofMillis(500), notice::rehearse));
        int exit = process.waitFor();
        System.out.println(Instant.now() + " " + node.name() + " ended with " + exit);
        report(files, notice);
    }

    private static void report(NodeFiles files, ExitNotice notice) {
        Optional<String> serverId = files.serverId();
        Optional<String> bootId = files.bootId();
        if (serverId.isEmpty() || bootId.isEmpty()) {
            System.out.println("nothing to report: the node had not enrolled");
            return;
        }
        Waiting.until(PATIENCE, Duration.ofMillis(200), () -> notice.send(serverId.get(), bootId.get()));
    }
}
