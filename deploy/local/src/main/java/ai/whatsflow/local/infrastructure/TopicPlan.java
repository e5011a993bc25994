package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.files.StartFailure;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The topics of the platform as written in {@code topics.yaml}. */
public record TopicPlan(List<Topic> topics) {

    /** How a topic forgets: by age, or by keeping the last record of each key. */
    public enum Cleanup {
        delete,
        compact
    }

    public record Topic(String name, int partitions, Cleanup cleanup) {}

    public TopicPlan {
        Set<String> names = new HashSet<>();
        for (Topic topic : topics) {
            if (!names.add(topic.name())) {
                throw new IllegalArgumentException("topic " + topic.name() + " is listed twice");
            }
            if (topic.partitions() < 1) {
                throw new IllegalArgumentException("topic " + topic.name() + " has no partitions");
            }
        }
    }

    public static TopicPlan read(Path file) {
        try {
            return YAMLMapper.shared().readValue(file.toFile(), TopicPlan.class);
        } catch (JacksonException e) {
            throw new StartFailure(file + ": " + e.getOriginalMessage(), e);
        }
    }
}
