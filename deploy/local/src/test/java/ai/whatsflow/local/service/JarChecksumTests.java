package ai.whatsflow.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarChecksumTests {

    @TempDir
    Path directory = Path.of("");

    @Test
    void ignoresWhenTheJarWasWritten() throws IOException {
        assertThat(JarChecksum.of(jar("a", "Main.class", "same", 0)))
                .isEqualTo(JarChecksum.of(jar("b", "Main.class", "same", 86_400_000)));
    }

    @Test
    void seesOtherContentOfTheSameSize() throws IOException {
        assertThat(JarChecksum.of(jar("a", "Main.class", "same", 0)))
                .isNotEqualTo(JarChecksum.of(jar("b", "Main.class", "Same", 0)));
    }

    @Test
    void seesAnotherName() throws IOException {
        assertThat(JarChecksum.of(jar("a", "Main.class", "same", 0)))
                .isNotEqualTo(JarChecksum.of(jar("b", "Mine.class", "same", 0)));
    }

    private Path jar(String name, String entry, String content, long time) throws IOException {
        Path jar = directory.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            ZipEntry written = new ZipEntry(entry);
            written.setTime(time);
            zip.putNextEntry(written);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
