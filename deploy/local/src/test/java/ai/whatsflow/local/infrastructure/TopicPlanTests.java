package ai.whatsflow.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.infrastructure.TopicPlan.Cleanup;
import ai.whatsflow.local.infrastructure.TopicPlan.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicPlanTests {

    @Test
    void readsTheTopicsOfThePlatform() {
        TopicPlan plan = TopicPlan.read(Path.of("topics.yaml"));

        assertThat(plan.topics())
                .contains(
                        new Topic("messaging.message", 12, Cleanup.delete),
                        new Topic("identity.account", 3, Cleanup.compact));
    }

    @Test
    void keysByInstanceGetTwelvePartitions() {
        assertThat(TopicPlan.read(Path.of("topics.yaml")).topics())
                .filteredOn(topic -> topic.partitions() == 12)
                .extracting(Topic::name)
                .containsExactlyInAnyOrder("messaging.message", "instance.dispatch", "instance.session");
    }

    @Test
    void refusesATopicListedTwice() {
        Topic topic = new Topic("billing.payment", 3, Cleanup.delete);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopicPlan(List.of(topic, topic)))
                .withMessageContaining("billing.payment");
    }

    @Test
    void namesTheFileThatCannotBeRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("topics.yaml"), "topics: [{name: a, cleanup: sometimes}]");

        assertThatThrownBy(() -> TopicPlan.read(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("topics.yaml");
    }
}
