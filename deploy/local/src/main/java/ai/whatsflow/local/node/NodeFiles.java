package ai.whatsflow.local.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a device node leaves in its data directory for those who look after it. */
record NodeFiles(Path directory) {

    /** RSA private key as a JWK. */
    Path key() {
        return directory.resolve("node-key.json");
    }

    Optional<String> serverId() {
        return line("server-id");
    }

    Optional<String> bootId() {
        return line("boot-id");
    }

    private Optional<String> line(String file) {
        try {
            return Optional.of(Files.readString(directory.resolve(file)).strip())
                    .filter(line -> !line.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
