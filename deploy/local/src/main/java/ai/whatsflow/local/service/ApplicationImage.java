package ai.whatsflow.local.service;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.LogTail;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.files.Unpacking;
import ai.whatsflow.local.process.Jvm;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A built application, extracted beside its older builds: a running process keeps the files it was started from. */
public record ApplicationImage(Home home, String artifact) {

    /** The jar to start; its libraries lie beside it. */
    public Path jar() {
        Path built = built();
        Path directory = Unpacking.once(
                Home.created(home.shared().resolve("applications")).resolve(artifact + "-" + fingerprint(built)),
                draft -> extract(built, draft));
        return directory.resolve(built.getFileName());
    }

    private void extract(Path built, Path directory) throws IOException {
        Path log = home.log("extract-" + artifact);
        try {
            int exit = new ProcessBuilder(Jvm.command(
                            "128m",
                            "-Djarmode=tools",
                            "-jar",
                            built.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            directory.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException(String.join("\n", LogTail.lastLines(log, 30)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Path built() {
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

    private static String fingerprint(Path jar) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return Long.toString(attributes.lastModifiedTime().toMillis(), 36)
                    + "-"
                    + Long.toString(attributes.size(), 36);
        } catch (IOException e) {
            throw new StartFailure(jar + " cannot be read", e);
        }
    }
}
