package ai.whatsflow.local.service;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.infrastructure.Archives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The launcher's own jar, copied so that a supervisor outlives the next build. */
public record LauncherImage(Home home) {

    public String classPath() {
        return jar() + ":" + new Archives(home).libraries();
    }

    private Path jar() {
        try {
            Path built = Path.of(LauncherImage.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath());
            if (Files.isDirectory(built)) {
                return built;
            }
            String build = Long.toString(Files.getLastModifiedTime(built).toMillis(), 36);
            Path copy =
                    Home.created(home.shared().resolve("applications")).resolve("whatsflow-local-" + build + ".jar");
            if (!Files.exists(copy)) {
                Path draft = Files.createTempFile(Home.createdFor(copy), "whatsflow-local", ".draft");
                Files.copy(built, draft, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                Files.move(draft, copy, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            }
            return copy;
        } catch (IOException e) {
            throw new StartFailure("The launcher's jar cannot be copied", e);
        }
    }
}
