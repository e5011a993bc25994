package ai.whatsflow.local.service;

import ai.whatsflow.local.files.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a jar contains, whenever it was written: names, sizes and checksums of its entries, without reading them. */
final class JarChecksum {

    private JarChecksum() {}

    static String of(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return Digest.of(zip.stream().map(JarChecksum::line).toList());
        } catch (IOException e) {
            throw new StartFailure(jar + " cannot be read", e);
        }
    }

    private static String line(ZipEntry entry) {
        return entry.getName() + " " + entry.getSize() + " " + Long.toHexString(entry.getCrc());
    }
}
