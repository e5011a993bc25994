package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.files.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Root therefore starts it in a user namespace of its own, where it is nobody and
 * still owns its files, or, where namespaces are forbidden, as the user {@code nobody}, to whom the files are given.
 */
final class UnprivilegedUser {

    private static final String NOBODY = "65534";

    private enum Way {
        AS_WE_ARE,
        NAMESPACE,
        NOBODY
    }

    private final Way way;

    private UnprivilegedUser(Way way) {
        this.way = way;
    }

    static UnprivilegedUser choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new UnprivilegedUser(Way.AS_WE_ARE);
        }
        return new UnprivilegedUser(succeeds(List.of("unshare", "-U", "true")) ? Way.NAMESPACE : Way.NOBODY);
    }

    List<String> command(List<String> command) {
        List<String> full = new ArrayList<>(
                switch (way) {
                    case AS_WE_ARE -> List.of();
                    case NAMESPACE -> List.of("unshare", "-U");
                    case NOBODY -> List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
                });
        full.addAll(command);
        return full;
    }

    /** Gives a directory and all in it to the user that the command will run as. */
    void own(Path directory) {
        if (way == Way.AS_WE_ARE) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            Integer owner = way == Way.NOBODY ? Integer.valueOf(NOBODY) : Integer.valueOf(0);
            for (Path path : tree.toList()) {
                if (!owner.equals(Files.getAttribute(path, "unix:uid"))) {
                    Files.setAttribute(path, "unix:uid", owner);
                }
            }
        } catch (IOException e) {
            throw new StartFailure(directory + " cannot be given to PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
