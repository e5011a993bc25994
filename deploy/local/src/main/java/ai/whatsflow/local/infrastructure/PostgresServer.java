package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Credentials;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.FileTree;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.process.ManagedProcess;
import ai.whatsflow.local.process.OneShot;
import ai.whatsflow.local.process.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL with its durability on. */
public record PostgresServer(Home home, Ports ports, Archives archives, Databases databases, Credentials credentials)
        implements Component {

    private static final List<String> SETTINGS = List.of(
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=128MB",
            "max_connections=300",
            "max_wal_size=1GB",
            "timezone=UTC",
            "log_timezone=UTC");

    @Override
    public ManagedProcess process() {
        return new ManagedProcess("postgresql", home);
    }

    @Override
    public List<Integer> listensOn() {
        return List.of(ports.of(Port.POSTGRES));
    }

    @Override
    public void launch() {
        UnprivilegedUser user = UnprivilegedUser.choose();
        Path bin = archives.postgres().resolve("bin");
        Path data = home.data("postgresql");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(user, bin, data);
        }
        user.own(data);
        List<String> command = new ArrayList<>(List.of(
                bin.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(ports.of(Port.POSTGRES))));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        process().launch(user.command(command), Map.of());
    }

    @Override
    public Health health() {
        return databases.answer() ? Health.UP : Health.down("does not answer");
    }

    @Override
    public void prepare() {
        databases.provide();
    }

    /** Fast shutdown: sessions are rolled back and ended, nothing waits for them. */
    @Override
    public void stop() {
        process().running().ifPresent(postmaster -> {
            Signals.interrupt(postmaster);
            Signals.awaitEnd(postmaster, Duration.ofSeconds(20));
        });
        process().terminate(Duration.ofSeconds(5));
    }

    private void initialise(UnprivilegedUser user, Path bin, Path data) {
        Path draft = data.resolveSibling("postgresql.draft");
        Path password = draft.resolveSibling("postgresql.password");
        try {
            FileTree.delete(draft);
            Files.createDirectories(draft);
            Files.writeString(password, credentials.databasePassword(Databases.SUPERUSER));
            user.own(draft);
            user.own(password);
            new OneShot("initdb", home.log("initdb"))
                    .run(
                            user.command(List.of(
                                    bin.resolve("initdb").toString(),
                                    "--pgdata=" + draft,
                                    "--username=" + Databases.SUPERUSER,
                                    "--pwfile=" + password,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8")),
                            Map.of());
            Files.delete(password);
            Files.move(draft, data);
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL's data directory cannot be made: " + e.getMessage(), e);
        }
    }
}
