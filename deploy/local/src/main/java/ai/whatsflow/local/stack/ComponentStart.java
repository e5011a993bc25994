package ai.whatsflow.local.stack;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.files.LogTail;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.process.PortHolder;
import ai.whatsflow.local.process.Waiting;
import java.time.Duration;

/** Brings one component to health, or says why it does not get there. */
final class ComponentStart {

    private static final int SHOWN_LOG_LINES = 30;

    private final Progress progress;

    ComponentStart(Progress progress) {
        this.progress = progress;
    }

    void bringUp(Component component) {
        long start = System.nanoTime();
        boolean present = component.process().isRunning() && component.alive();
        if (!present) {
            component.listensOn().forEach(port -> requireFree(component.name(), port));
            component.launch();
        }
        awaitHealth(component);
        component.prepare();
        progress.done(component.name(), present ? "was running" : "ready", Duration.ofNanos(System.nanoTime() - start));
    }

    private static void requireFree(String name, int port) {
        if (!PortHolder.isFree(port)) {
            throw new StartFailure("Port " + port + ", which " + name + " needs, is taken by "
                    + PortHolder.describe(port) + ". End it or set WHATSFLOW_PORT_OFFSET.");
        }
    }

    private static void awaitHealth(Component component) {
        boolean[] healthy = {false};
        boolean settled = Waiting.until(component.patience(), Duration.ofMillis(100), () -> {
            healthy[0] = component.alive() && component.health().up();
            return healthy[0] || !component.alive();
        });
        if (healthy[0]) {
            return;
        }
        Health last = component.health();
        String what = settled
                ? component.name() + " ended while it was starting."
                : component.name() + " is not ready after "
                        + component.patience().toSeconds() + " s: " + last.detail();
        throw new StartFailure(what + " The end of " + component.process().log() + ":\n"
                + LogTail.readable(component.process().log(), SHOWN_LOG_LINES));
    }
}
