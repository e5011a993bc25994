package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Topic × fact × producer × consumer: nothing without its other end, nothing without its tests, and a current page. */
class EventContractsTests {

    private final Path root = Path.of(System.getProperty("user.dir")).getParent();
    private final EventCatalogue catalogue = EventCatalogue.read(root);

    @Test
    void everyFactHasItsProducerAndItsConsumers() {
        List<String> lonely = new ArrayList<>();
        for (EventCatalogue.Fact fact : catalogue.facts()) {
            if (!fact.named().containsKey(fact.producer())) {
                lonely.add(fact.type() + " has no producer in " + fact.producer());
            }
        }
        assertThat(lonely).isEmpty();
    }

    @Test
    void everyTypeThatCodeNamesHasAContract() throws Exception {
        Set<String> known =
                catalogue.facts().stream().map(EventCatalogue.Fact::type).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        var type = java.util.regex.Pattern.compile("\"([a-z-]+\\.[a-z-]+\\.[a-z-]+\\.v[0-9]+)\"");
        for (Path module : EventCatalogue.modules(root)) {
            for (Path file : EventCatalogue.files(module.resolve("src/main/java"), ".java")) {
                type.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(found -> !known.contains(found))
                        .forEach(found -> unknown.add(found + " in " + file.getFileName()));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyProducerAndConsumerTestsItsEnd() throws Exception {
        List<String> untested = new ArrayList<>();
        for (EventCatalogue.Fact fact : catalogue.facts()) {
            for (var end : fact.named().entrySet()) {
                String tests =
                        EventCatalogue.files(root.resolve(end.getKey()).resolve("src/test/java"), ".java").stream()
                                .map(EventCatalogue::text)
                                .collect(Collectors.joining());
                boolean named = tests.contains(fact.type())
                        || end.getValue().stream().anyMatch(tests::contains)
                        || end.getKey().startsWith("platform/");
                if (!named) {
                    untested.add(end.getKey() + ": " + fact.type());
                }
            }
        }
        assertThat(untested).isEmpty();
    }

    @Test
    void everyTopicIsPlanned() throws Exception {
        String plan = Files.readString(root.resolve("deploy/local/topics.yaml"));
        assertThat(catalogue.facts().stream().map(EventCatalogue.Fact::topic).distinct())
                .allMatch(topic -> plan.contains(topic));
    }

    /** {@code -Dcontracts.write=true} writes the page instead. */
    @Test
    void theCatalogueInTheDocsIsCurrent() throws Exception {
        Path page = root.resolve("docs/events.md");
        String expected = EventPage.of(catalogue);
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page)).isEqualTo(expected);
    }
}
