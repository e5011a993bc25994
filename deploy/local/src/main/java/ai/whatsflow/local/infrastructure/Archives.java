package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.files.Unpacking;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** The infrastructure that the build put into {@code target/}, unpacked beside the data so that a clean build harms no running platform. */
public record Archives(Home home) {

    public Path postgres() {
        Path archive = archive("postgresql-");
        return Unpacking.once(target(archive), directory -> {
            try (ZipFile zip = new ZipFile(archive.toFile());
                    InputStream txz = new XZInputStream(new BufferedInputStream(entry(zip, ".txz")))) {
                Unpacking.tar(txz, 0, directory);
            }
        });
    }

    public Path redisServer() {
        Path archive = archive("redis-");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        String platform =
                (mac ? "darwin-" : "linux-") + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64");
        return Unpacking.once(target(archive), directory -> {
                    try (ZipFile zip = new ZipFile(archive.toFile());
                            InputStream binary = entry(zip, platform)) {
                        Path server = directory.resolve("redis-server");
                        Files.copy(binary, server);
                        Unpacking.executable(server);
                    }
                })
                .resolve("redis-server");
    }

    public Path keycloak() {
        Path archive = archive("keycloak-");
        return Unpacking.once(target(archive), directory -> {
            try (InputStream tar = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
                Unpacking.tar(tar, 1, directory);
            }
        });
    }

    public Path mailSink() {
        Path archive = archive("greenmail-");
        return Unpacking.once(target(archive), directory -> Files.copy(archive, directory.resolve("greenmail.jar")))
                .resolve("greenmail.jar");
    }

    /** The launcher and its libraries, the Kafka broker among them, as a class path that a build does not touch. */
    public String libraries() {
        Path target = home.root().resolve("deploy/local/target");
        Path lib = Unpacking.once(home.shared().resolve("lib-" + fingerprint(target.resolve("lib"))), directory -> {
            try (Stream<Path> jars = Files.list(target.resolve("lib"))) {
                for (Path jar : jars.toList()) {
                    Files.copy(jar, directory.resolve(jar.getFileName()));
                }
            }
        });
        return lib + "/*";
    }

    private static String fingerprint(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            return Integer.toHexString(names.hashCode());
        } catch (IOException e) {
            throw new StartFailure("The libraries of deploy/local are not built", e);
        }
    }

    private Path target(Path archive) {
        String name = archive.getFileName().toString().replaceAll("\\.(jar|tar\\.gz)$", "");
        Home.created(home.shared());
        return home.shared().resolve(name);
    }

    private Path archive(String prefix) {
        Path directory = home.root().resolve("deploy/local/target/infrastructure");
        try (DirectoryStream<Path> matches = Files.newDirectoryStream(directory, prefix + "*")) {
            for (Path match : matches) {
                return match;
            }
        } catch (IOException e) {
            throw new StartFailure("The infrastructure is not built: " + directory + " is missing", e);
        }
        throw new StartFailure("The infrastructure is not built: no " + prefix + "* in " + directory);
    }

    private static InputStream entry(ZipFile zip, String suffix) throws IOException {
        ZipEntry entry = zip.stream()
                .filter(candidate -> candidate.getName().endsWith(suffix))
                .findFirst()
                .orElseThrow(() -> new IOException("no *" + suffix + " in " + zip.getName()));
        return zip.getInputStream(entry);
    }
}
