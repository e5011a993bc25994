package ai.whatsflow.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReaderTests {

    @Test
    void readsTheSameLinesHoweverTheyArrive() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                lines.add("x".repeat(random.nextInt(3000)));
            }
            FrameReader reader = new FrameReader(drip(String.join("\n", lines) + "\n", random), 3000);
            for (String line : lines) {
                assertThat(new String(reader.next(), StandardCharsets.UTF_8))
                        .as("seed %d", seed)
                        .isEqualTo(line);
            }
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void dropsALastLineWithoutItsEnd() throws IOException {
        FrameReader reader = new FrameReader(drip("one\ntw", new Random(1)), 100);
        assertThat(reader.next()).isNotNull();
        assertThat(reader.next()).isNull();
    }

    @Test
    void takesALineOfExactlyTheLimitAndNoMore() throws IOException {
        assertThat(new FrameReader(drip("x".repeat(1000) + "\n", new Random(1)), 1000).next())
                .hasSize(1000);
        FrameReader reader = new FrameReader(drip("x".repeat(1001) + "\n", new Random(1)), 1000);
        assertThatThrownBy(reader::next).isInstanceOf(FrameReader.FrameTooLarge.class);
    }

    private static InputStream drip(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(700)));
            }
        };
    }
}
