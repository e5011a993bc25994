package ai.whatsflow.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

    @TempDir
    Path directory;

    private final JournalRecord linked = new JournalRecord.DeviceLinked(
            "device", new PhoneNumber("+94771234567"), "hash", Instant.parse("2026-11-21T10:00:00Z"));
    private final JournalRecord received = new JournalRecord.PushesReceived("device", 7);

    @Test
    void yieldsWhatWasAppended() throws IOException {
        Path file = directory.resolve("journal");
        try (Journal journal = Journal.open(file)) {
            journal.append(linked);
            journal.append(received);
        }
        assertThat(replay(file)).containsExactly(linked, received);
    }

    @Test
    void cutsOffAHalfWrittenLastLine() throws IOException {
        Path file = directory.resolve("journal");
        try (Journal journal = Journal.open(file)) {
            journal.append(linked);
        }
        Files.writeString(file, "{\"fact\":\"pushes-rec", StandardOpenOption.APPEND);
        try (Journal journal = Journal.open(file)) {
            journal.append(received);
        }
        assertThat(replay(file)).containsExactly(linked, received);
    }

    @Test
    void saysWhichLineCannotBeRead() throws IOException {
        Path file = directory.resolve("journal");
        Files.writeString(file, "{}\n");
        assertThatThrownBy(() -> replay(file)).isInstanceOf(IOException.class).hasMessageContaining("line 1");
    }

    @Test
    void belongsToOneSimulatorAtATime() throws IOException {
        Path file = directory.resolve("journal");
        try (Journal journal = Journal.open(file)) {
            assertThatThrownBy(() -> Journal.open(file)).isInstanceOf(OverlappingFileLockException.class);
            journal.append(linked);
        }
    }

    private static List<JournalRecord> replay(Path file) throws IOException {
        List<JournalRecord> records = new ArrayList<>();
        try (Journal journal = Journal.open(file)) {
            journal.replay(records::add);
        }
        return records;
    }
}
