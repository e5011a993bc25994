package ai.whatsflow.systemtest;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code docs/events.md}, written from the catalogue. */
final class EventPage {

    private static final String HEAD = """
            # Events

            Written from `contracts/events` by `mvn -pl system-tests -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=EventContractsTests -Dcontracts.write=true`; a
            test fails when it is out of date. Each fact has a JSON Schema and an example beside it. Records are CloudEvents 1.0
            in binary mode (`ce_id ce_type ce_source ce_time ce_subject`), the type is `<topic>.<fact>`, the key keeps the order.

            """;

    private EventPage() {}

    static String of(EventCatalogue catalogue) {
        StringBuilder page = new StringBuilder(HEAD);
        String topic = "";
        for (EventCatalogue.Fact fact : catalogue.facts()) {
            if (!fact.topic().equals(topic)) {
                topic = fact.topic();
                page.append("\n## ")
                        .append(topic)
                        .append("\n\nfrom ")
                        .append(fact.producer())
                        .append("\n\n");
                page.append("| fact | payload | consumers |\n|---|---|---|\n");
            }
            page.append("| [")
                    .append(fact.type().substring(topic.length() + 1))
                    .append("](../contracts/events/")
                    .append(topic)
                    .append('/')
                    .append(fact.type().substring(topic.length() + 1))
                    .append(".schema.json) | ")
                    .append(fields(fact.schema()))
                    .append(" | ")
                    .append(consumers(fact))
                    .append(" |\n");
        }
        return page.toString().replace("\n\n\n", "\n\n");
    }

    private static String consumers(EventCatalogue.Fact fact) {
        List<String> consumers = fact.consumers();
        return consumers.isEmpty() ? "—" : String.join(", ", consumers);
    }

    private static String fields(JsonNode schema) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        return schema.path("properties").propertyNames().stream()
                .map(name -> "`" + name + "`" + (required.contains(name) ? "" : "?"))
                .collect(Collectors.joining(" "));
    }
}
