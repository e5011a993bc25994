package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.process.Jvm;
import ai.whatsflow.local.process.OneShot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak's files: optimised once for all platforms of this repository, linked into the home of each. */
record KeycloakDistribution(Home home, Archives archives) {

    /** Java itself, without {@code kc.sh} around it, so that a signal meets the server. */
    static List<String> command(Path installation, List<String> arguments) {
        List<String> rest = new ArrayList<>(List.of(
                "-XX:MaxMetaspaceSize=256m",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + installation,
                "-Djboss.server.config.dir=" + installation.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                installation.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        rest.addAll(arguments);
        return Jvm.command("512m", rest);
    }

    Path optimised() {
        Path plain = archives.keycloak();
        Path marker = plain.resolve("data/optimised");
        if (Files.exists(marker)) {
            return plain;
        }
        new OneShot("kc.sh build", home.log("keycloak-build"))
                .run(
                        command(plain, List.of("build", "--db=postgres", "--cache=local", "--health-enabled=true")),
                        Map.of());
        try {
            Files.createDirectories(marker.getParent());
            Files.createFile(marker);
            return plain;
        } catch (IOException e) {
            throw new StartFailure("Keycloak's build cannot be kept: " + e.getMessage(), e);
        }
    }

    /** A home for one server: program files by links, data and configuration of its own. */
    Path installation(Path directory) {
        Path distribution = optimised();
        try {
            Files.createDirectories(directory.resolve("data/import"));
            Files.createDirectories(directory.resolve("conf"));
            for (String part : List.of("lib", "providers", "themes")) {
                Path link = directory.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(part));
            }
            return directory;
        } catch (IOException e) {
            throw new StartFailure("Keycloak's home cannot be made: " + e.getMessage(), e);
        }
    }
}
