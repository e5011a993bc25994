package ai.whatsflow.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmanTests {

    @TempDir
    Path directory;

    @Test
    void losesTheSameSendsForTheSameSeed() throws Exception {
        assertThat(losses("a", 7)).isEqualTo(losses("b", 7)).isNotEqualTo(losses("c", 8));
    }

    private List<Boolean> losses(String name, long seed) throws Exception {
        Conditions.Range none = new Conditions.Range(Duration.ZERO, Duration.ZERO);
        try (Journal journal = Journal.open(directory.resolve(name));
                Postman postman = Postman.start(
                        WhatsAppNetwork.recover(journal, Clock.systemUTC(), 10),
                        seed,
                        new Conditions(none, none, new Conditions.Loss(0.5, 0)))) {
            return IntStream.range(0, 64).mapToObj(i -> postman.losesSend()).toList();
        }
    }
}
