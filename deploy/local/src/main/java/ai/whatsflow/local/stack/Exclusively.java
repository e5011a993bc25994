package ai.whatsflow.local.stack;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two launchers from changing the same thing at the same time. */
final class Exclusively {

    private Exclusively() {}

    /** Refuses while another launcher starts or ends this platform. */
    static void forPlatform(Home home, Runnable action) {
        try (FileChannel channel = open(home.run("launcher.lock"));
                FileLock lock = channel.tryLock()) {
            requireLock(lock);
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits while another launcher does this to what all platforms of this repository share. */
    static void forShared(Home home, String what, Runnable action) {
        try (FileChannel channel = open(Home.created(home.shared()).resolve(what + ".lock"));
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                action.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void requireLock(@Nullable FileLock lock) {
        if (lock == null) {
            throw new StartFailure("Another ./whatsflow is starting or ending this platform; wait for it.");
        }
    }
}
