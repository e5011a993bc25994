package ai.whatsflow.local.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The repository the launcher runs from, and the directory that holds everything one platform leaves on disk. */
public record Home(Path root, Path directory) {

    public static Home fromEnvironment() {
        Path root = Path.of(System.getProperty("whatsflow.root", "."))
                .toAbsolutePath()
                .normalize();
        String directory = System.getenv("WHATSFLOW_HOME");
        return new Home(
                root,
                directory == null || directory.isBlank()
                        ? root.resolve(".whatsflow")
                        : Path.of(directory).toAbsolutePath().normalize());
    }

    /** Unpacked infrastructure and extracted services: the same for every platform of this repository. */
    public Path shared() {
        return root.resolve(".whatsflow/unpacked");
    }

    public Path data(String name) {
        return directory.resolve("data").resolve(name);
    }

    public Path log(String name) {
        return created(directory.resolve("logs")).resolve(name + ".log");
    }

    public Path run(String file) {
        return created(directory.resolve("run")).resolve(file);
    }

    public Path credentials() {
        return created(directory).resolve("credentials");
    }

    /** Makes sure that the directory of a file is there. */
    public static Path createdFor(Path file) {
        return created(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    public static Path created(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
