package ai.whatsflow.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says whether a port can be taken, and which process holds it when it cannot. */
public final class PortHolder {

    private static final String LISTENING = "0A";

    private PortHolder() {}

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** For example {@code process 4711 (nginx: worker process)}. */
    public static String describe(int port) {
        Set<String> inodes = new HashSet<>();
        for (Path table : List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))) {
            try {
                inodes.addAll(listeningInodes(Files.readAllLines(table), port));
            } catch (IOException e) {
                continue;
            }
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holdsAny(process.pid(), inodes))
                .findFirst()
                .map(process -> "process " + process.pid() + " (" + commandOf(process) + ")")
                .orElseGet(() -> SocketListing.holderOf(port));
    }

    static Set<String> listeningInodes(List<String> table, int port) {
        String suffix = ":%04X".formatted(port);
        Set<String> inodes = new HashSet<>();
        for (String line : table) {
            String[] words = line.strip().split("\\s+");
            if (words.length > 9 && words[1].endsWith(suffix) && words[3].equals(LISTENING)) {
                inodes.add(words[9]);
            }
        }
        return inodes;
    }

    private static boolean holdsAny(long pid, Set<String> inodes) {
        if (inodes.isEmpty()) {
            return false;
        }
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path descriptor : descriptors) {
                String target = readLink(descriptor);
                if (target.startsWith("socket:[") && inodes.contains(target.substring(8, target.length() - 1))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static String readLink(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String commandOf(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ')
                    .strip();
            return line.length() > 80 ? line.substring(0, 77) + "..." : line;
        } catch (IOException e) {
            return process.info().command().orElse("unknown");
        }
    }
}
