package ai.whatsflow.local.service;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.files.Unpacking;
import ai.whatsflow.local.process.Jvm;
import ai.whatsflow.local.process.OneShot;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A built application, extracted beside its older builds: a running process keeps the files it was started from. */
public record ApplicationImage(Home home, String artifact) {

    /** The jar to start, extracted now if it was not yet; its libraries lie beside it. */
    public Path jar() {
        Home.createdFor(directory());
        Unpacking.once(directory(), this::extract);
        return place();
    }

    /** Where the jar is, or will be. */
    Path place() {
        return directory().resolve(built().getFileName());
    }

    /** Of what the build made: the same code built again is the same image. */
    String checksum() {
        return JarChecksum.of(built());
    }

    /** The fat jar that the build left. */
    public Path built() {
        Path target = home.root().resolve(artifact).resolve("target");
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, artifact + "-*-exec.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            } catch (IOException e) {
                throw new StartFailure(target + " cannot be read", e);
            }
        }
        throw new StartFailure(artifact + " is not built: no " + artifact + "-*-exec.jar in " + target);
    }

    private Path directory() {
        return home.shared().resolve("applications").resolve(artifact + "-" + checksum());
    }

    private void extract(Path directory) {
        new OneShot("Extracting " + artifact, home.log("extract-" + artifact))
                .run(
                        Jvm.command(
                                "128m",
                                "-Djarmode=tools",
                                "-jar",
                                built().toString(),
                                "extract",
                                "--force",
                                "--destination",
                                directory.toString()),
                        Map.of());
    }
}
