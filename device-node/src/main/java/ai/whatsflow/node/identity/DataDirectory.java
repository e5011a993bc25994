package ai.whatsflow.node.identity;

import ai.whatsflow.node.NodeProperties;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The node's directory: readable by its owner only, and in use by one process at a time. */
@Component
public class DataDirectory implements DisposableBean {

    private final Path path;
    private final FileChannel lockFile;

    public DataDirectory(NodeProperties properties) throws IOException {
        this.path = Files.createDirectories(properties.dataDirectory().toAbsolutePath());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        this.lockFile = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock() == null) {
            lockFile.close();
            throw new IllegalStateException(path + " belongs to another device node that is running");
        }
    }

    private @Nullable FileLock lock() throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    Optional<String> read(String name) throws IOException {
        Path file = path.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** All of it or nothing, synced, and for the owner's eyes only. */
    void write(String name, String text) throws IOException {
        Path fresh = path.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(fresh, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void destroy() throws IOException {
        lockFile.close();
    }
}
