package ai.whatsflow.local.service;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Environment variables that somebody wants an application to have on this platform only: {@code NAME=value} lines. */
public record EnvironmentFile(Home home, String artifact) {

    public Path path() {
        return home.directory().resolve("environment").resolve(artifact + ".env");
    }

    /** Missing file: nothing. Takes effect when the application is started the next time. */
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        try {
            if (Files.exists(path())) {
                for (String line : Files.readAllLines(path())) {
                    int equals = line.indexOf('=');
                    if (equals > 0 && !line.startsWith("#")) {
                        variables.put(
                                line.substring(0, equals).strip(),
                                line.substring(equals + 1).strip());
                    }
                }
            }
            return variables;
        } catch (IOException e) {
            throw new StartFailure(path() + " cannot be read", e);
        }
    }
}
