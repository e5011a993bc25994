package ai.whatsflow.systemtest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code docs/architecture/components.md}, written from the packages of each service. */
final class ComponentPage {

    private static final String HEAD = """
            # Components (C4 level 3)

            Written from the packages by `mvn -pl system-tests -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ComponentPageTests -Dcontracts.write=true`; a test
            fails when it is out of date. A component is a package; its sentence is its `package-info`. An arrow says "uses": it
            is an import, and one that others imply is left out; a dotted one leaves the process. A `web` package is the HTTP face of
            its component and drawn as the arrow from there. Services whose name ends so have a PostgreSQL database each; under
            all components stand the [platform starters](../../platform/README.md).
            """;

    private static final List<String> SERVICES = List.of(
            "gateway",
            "identity-service",
            "billing-service",
            "voucher-service",
            "payout-service",
            "messaging-service",
            "instance-service",
            "contact-service",
            "server-registry-service",
            "device-node");

    /** What components speak to beyond Kafka; no import tells. */
    private static final Map<String, List<String>> OUTSIDE = new TreeMap<>(Map.of(
            "gateway", List.of("upstream services", "apikey identity-service", "ratelimit Redis", "token Keycloak"),
            "identity-service", List.of("keycloak Keycloak"),
            "billing-service", List.of("payment/payhere PayHere"),
            "messaging-service", List.of("recipient/feign contact-service"),
            "instance-service", List.of("node/http device-node"),
            "device-node",
                    List.of(
                            "platform instance-service",
                            "platform server-registry-service",
                            "engine/simulated WhatsApp")));

    private ComponentPage() {}

    static String of(Path root, EventCatalogue events) {
        StringBuilder page = new StringBuilder(HEAD);
        for (String service : SERVICES) {
            ComponentView view = ComponentView.read(root.resolve(service).resolve("src/main/java"));
            page.append("\n## ").append(service).append("\n\n");
            page.append(view.sentence()).append(topics(service, events));
            page.append("\n\n```mermaid\n")
                    .append(diagram(service, view, events))
                    .append("```\n\n");
            page.append("| component | |\n|---|---|\n");
            view.components().forEach((name, sentence) -> page.append("| %s | %s |\n".formatted(name, sentence)));
        }
        return page.toString();
    }

    static String diagram(String service, ComponentView view, EventCatalogue events) {
        StringBuilder lines = new StringBuilder("flowchart TB\n");
        view.components().keySet().stream()
                .filter(name -> name.contains("/"))
                .forEach(name -> lines.append("    %s[\"%s\"]\n".formatted(id(name), name)));
        if (!view.faces().isEmpty()) {
            lines.append("    http([HTTP]) --> ").append(ids(view.faces())).append('\n');
        }
        view.arrows().forEach((from, to) -> lines.append("    %s --> %s\n".formatted(id(from), ids(to))));
        String kafka = kafka(service, events);
        if (!kafka.isEmpty()) {
            lines.append("    messaging %s kafka[[Kafka]]\n".formatted(kafka));
        }
        for (String spoken : OUTSIDE.getOrDefault(service, List.of())) {
            String component = spoken.substring(0, spoken.indexOf(' '));
            String other = spoken.substring(component.length() + 1);
            if (!view.components().containsKey(component)) {
                throw new AssertionError(service + " has no component " + component + " to speak to " + other);
            }
            lines.append("    %s -.-> out-%s([%s])\n".formatted(id(component), other, other));
        }
        return lines.toString();
    }

    private static String kafka(String service, EventCatalogue events) {
        boolean publishes = !published(service, events).isEmpty();
        boolean reads = !read(service, events).isEmpty();
        return publishes && reads ? "<-.->" : publishes ? "-.->" : reads ? "<-.-" : "";
    }

    private static String topics(String service, EventCatalogue events) {
        SortedSet<String> published = published(service, events);
        SortedSet<String> read = read(service, events);
        return (published.isEmpty() ? "" : " Publishes " + names(published) + ".")
                + (read.isEmpty() ? "" : " Reads " + names(read) + ".");
    }

    private static SortedSet<String> published(String service, EventCatalogue events) {
        return events.facts().stream()
                .filter(fact -> fact.producer().equals(service))
                .map(EventCatalogue.Fact::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> read(String service, EventCatalogue events) {
        return events.facts().stream()
                .filter(fact -> fact.consumers().contains(service))
                .map(EventCatalogue.Fact::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String names(SortedSet<String> topics) {
        return topics.stream().map(topic -> "`" + topic + "`").collect(Collectors.joining(", "));
    }

    private static String ids(SortedSet<String> components) {
        return components.stream().map(ComponentPage::id).collect(Collectors.joining(" & "));
    }

    private static String id(String component) {
        return component.replace('/', '-');
    }
}
