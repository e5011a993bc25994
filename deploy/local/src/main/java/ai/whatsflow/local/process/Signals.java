package ai.whatsflow.local.process;

import java.io.IOException;
import java.time.Duration;

/** Signals to processes, and waiting for their end. */
public final class Signals {

    private Signals() {}

    public static void terminate(ProcessHandle process) {
        process.destroy();
    }

    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
    }

    /** SIGINT: PostgreSQL's fast shutdown. */
    public static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static boolean awaitEnd(ProcessHandle process, Duration patience) {
        return Waiting.until(patience, Duration.ofMillis(20), () -> !PidFile.isRunning(process));
    }
}
