package ai.whatsflow.node.engine.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CumulativeAcknowledgementTests {

    @Test
    void endsWithTheHighestAndNeverGoesBack() {
        List<Long> said = new CopyOnWriteArrayList<>();
        CumulativeAcknowledgement acknowledgement = new CumulativeAcknowledgement(said::add);
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            acknowledgement.through(random.nextInt(1, 500));
        }
        acknowledgement.through(500);
        await().untilAsserted(() -> assertThat(said).endsWith(500L));
        assertThat(said).isSorted().doesNotHaveDuplicates();
    }
}
