package ai.whatsflow.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTests {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx256m");

    @TempDir
    Path applications = Path.of("");

    @Test
    void fitsOnlyTheSameJarFlagsAndJdk() throws IOException {
        Path jar = extracted("billing-service", "1");
        String fit = AotCache.of(jar, "c0ffee", FLAGS, "25.0.3").fit();

        assertThat(AotCache.of(jar, "c0ffee", FLAGS, "25.0.3").fit()).isEqualTo(fit);
        assertThat(AotCache.of(jar, "c0ffef", FLAGS, "25.0.3").fit()).isNotEqualTo(fit);
        assertThat(AotCache.of(jar, "c0ffee", FLAGS, "25.0.4").fit()).isNotEqualTo(fit);
        assertThat(AotCache.of(jar, "c0ffee", FLAGS.reversed(), "25.0.3").fit()).isNotEqualTo(fit);
        assertThat(AotCache.of(jar, "c0ffee", List.of("-XX:+UseSerialGC", "-Xmx128m"), "25.0.3")
                        .fit())
                .isNotEqualTo(fit);
    }

    @Test
    void isNotUsedBeforeItIsComplete() throws IOException {
        AotCache cache = new AotCache(extracted("billing-service", "1"), "fit");
        assertThat(cache.use()).isEmpty();

        Files.createFile(cache.draft());
        assertThat(cache.use()).isEmpty();

        cache.adopt();
        assertThat(cache.use()).containsExactly("-XX:AOTCache=" + cache.file());
    }

    @Test
    void deletesTheStaleOnesOfItsApplicationOnly() throws IOException {
        AotCache olderBuild = complete("billing-service", "1", "a");
        AotCache olderFlags = complete("billing-service", "2", "b");
        AotCache other = complete("voucher-service", "1", "a");

        AotCache newest = complete("billing-service", "2", "c");

        assertThat(olderBuild.exists()).isFalse();
        assertThat(olderFlags.exists()).isFalse();
        assertThat(other.exists()).isTrue();
        assertThat(newest.exists()).isTrue();
        assertThat(olderBuild.jar()).exists();
    }

    private AotCache complete(String artifact, String build, String fit) throws IOException {
        AotCache cache = new AotCache(extracted(artifact, build), fit);
        Files.createFile(cache.draft());
        cache.adopt();
        return cache;
    }

    private Path extracted(String artifact, String build) throws IOException {
        Path jar = Files.createDirectories(applications.resolve(artifact + "-" + build))
                .resolve(artifact + "-exec.jar");
        if (!Files.exists(jar)) {
            Files.createFile(jar);
        }
        return jar;
    }
}
