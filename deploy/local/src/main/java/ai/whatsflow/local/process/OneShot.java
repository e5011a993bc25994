package ai.whatsflow.local.process;

import ai.whatsflow.local.files.LogTail;
import ai.whatsflow.local.files.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command that is run to its end, such as formatting a data directory. */
public record OneShot(String purpose, Path log) {

    public void run(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            int exit = builder.start().waitFor();
            if (exit != 0) {
                throw new StartFailure(
                        purpose + " failed with " + exit + ":\n" + String.join("\n", LogTail.lastLines(log, 30)));
            }
        } catch (IOException e) {
            throw new StartFailure(purpose + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(purpose + " was interrupted", e);
        }
    }
}
