package ai.whatsflow.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.local.files.FileTree;
import ai.whatsflow.local.files.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedStartTests {

    private static final String ARTIFACT = "billing-service";

    @TempDir
    Path root = Path.of("");

    private Home home = new Home(Path.of(""), Path.of(""));

    @BeforeEach
    void build() throws IOException {
        home = new Home(root, root.resolve("platform"));
        Path built = Files.createDirectories(root.resolve(ARTIFACT).resolve("target"))
                .resolve(ARTIFACT + "-1-exec.jar");
        try (OutputStream file = Files.newOutputStream(built);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("Main.class"));
        }
        Path extracted = home.shared().resolve("applications").resolve(ARTIFACT + "-" + JarChecksum.of(built));
        Files.copy(built, Files.createDirectories(extracted).resolve(built.getFileName()));
    }

    @Test
    void recordsAnApplicationWithoutACache() {
        List<String> command = new RecordedStart(home).command(ARTIFACT);

        assertThat(command).contains("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording());
        assertThat(recording().getParent()).isDirectory();
        assertThat(recording()).startsWithRaw(home.directory());
        assertThat(command).containsAll(CachedStart.flags(ARTIFACT));
    }

    @Test
    void leavesTheUsualStartUnrecorded() {
        assertThat(new CachedStart(home).command(ARTIFACT)).noneMatch(option -> option.startsWith("-XX:AOT"));
    }

    @Test
    void usesTheCacheOnceItIsThere() throws IOException {
        AotCache cache = CachedStart.cache(home, ARTIFACT);
        Files.createFile(cache.draft());
        cache.adopt();

        assertThat(new RecordedStart(home).command(ARTIFACT))
                .isEqualTo(new CachedStart(home).command(ARTIFACT))
                .contains("-XX:AOTCache=" + cache.file())
                .doesNotContain("-XX:AOTMode=record");
    }

    @Test
    void waitsLongerForTheEndOfARecordedRun() {
        RecordedStart start = new RecordedStart(home);
        assertThat(start.timeToEnd(ARTIFACT)).isEqualTo(new CachedStart(home).timeToEnd(ARTIFACT));

        start.command(ARTIFACT);

        assertThat(start.timeToEnd(ARTIFACT)).isGreaterThan(new CachedStart(home).timeToEnd(ARTIFACT));
    }

    @Test
    void endsWhatRunsAlsoWhenItsBuildIsGone() throws IOException {
        RecordedStart start = new RecordedStart(home);
        start.command(ARTIFACT);
        Duration withBuild = start.timeToEnd(ARTIFACT);

        FileTree.delete(root.resolve(ARTIFACT));

        assertThat(start.timeToEnd(ARTIFACT)).isEqualTo(withBuild);
    }

    @Test
    void doesNotTakeTheEmptyFileOfAKilledProcessForARecording() throws IOException {
        AotTraining training = new AotTraining(home, ARTIFACT);
        new RecordedStart(home).command(ARTIFACT);
        Files.createFile(recording());
        assertThat(training.isRecorded()).isFalse();

        Files.writeString(recording(), "classes");
        assertThat(training.isRecorded()).isTrue();

        AotTraining.forgetRecordings(home);
        assertThat(training.isRecorded()).isFalse();
    }

    private Path recording() {
        return AotTraining.recording(home, CachedStart.cache(home, ARTIFACT));
    }
}
