package ai.whatsflow.local.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks archives with their links and modes; a directory appears complete or not at all. */
public final class Unpacking {

    private static final int OWNER_EXECUTES = 0100;

    private Unpacking() {}

    /** Fills a directory. */
    public interface Filling {
        void into(Path directory) throws IOException;
    }

    /** Runs the filling once per target, in a draft directory that then takes the target's name. */
    public static Path once(Path target, Filling filling) {
        if (Files.isDirectory(target)) {
            return target;
        }
        Path draft = target.resolveSibling(target.getFileName() + ".draft");
        try {
            FileTree.delete(draft);
            Files.createDirectories(draft);
            filling.into(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new StartFailure(target.getFileName() + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    /** Leaves out this many leading names of each path, as {@code tar --strip-components} does. */
    public static void tar(InputStream archive, int leadingNames, Path directory) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (name.getNameCount() <= leadingNames) {
                    continue;
                }
                Path target = directory
                        .resolve(name.subpath(leadingNames, name.getNameCount()))
                        .normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException(entry.getName() + " points outside of the archive");
                }
                unpack(tar, entry, target);
            }
        }
    }

    public static void executable(Path file) throws IOException {
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(file, mode);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Home.createdFor(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Home.createdFor(target);
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & OWNER_EXECUTES) != 0) {
                executable(target);
            }
        }
    }
}
