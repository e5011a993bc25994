package ai.whatsflow.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event there is, read from {@code contracts/events} and from who names its type in the code. */
record EventCatalogue(List<Fact> facts) {

    /**
     * @param named modules whose production code names the type, with the classes that do
     */
    record Fact(String topic, String type, JsonNode schema, JsonNode example, Map<String, List<String>> named) {

        String producer() {
            return switch (topic.substring(0, topic.indexOf('.'))) {
                case "registry" -> "server-registry-service";
                case String service -> service + "-service";
            };
        }

        List<String> consumers() {
            return named.keySet().stream()
                    .filter(module -> !module.equals(producer()))
                    .map(module -> module.equals("platform/platform-security") ? "all services" : module)
                    .toList();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static EventCatalogue read(Path root) {
        Map<String, Map<String, String>> sources = sources(root);
        List<Fact> facts = new ArrayList<>();
        for (Path schema : files(root.resolve("contracts/events"), ".schema.json")) {
            String topic = schema.getParent().getFileName().toString();
            String fact = schema.getFileName().toString().replace(".schema.json", "");
            Path example = schema.resolveSibling(fact + ".example.json");
            String type = topic + "." + fact;
            Map<String, List<String>> named = new TreeMap<>();
            sources.forEach((module, files) -> {
                List<String> classes = files.entrySet().stream()
                        .filter(file -> file.getValue().contains("\"" + type + "\""))
                        .map(Map.Entry::getKey)
                        .toList();
                if (!classes.isEmpty()) {
                    named.put(module, classes);
                }
            });
            facts.add(new Fact(topic, type, JSON.readTree(text(schema)), JSON.readTree(text(example)), named));
        }
        return new EventCatalogue(facts);
    }

    /** Module → class → its text. */
    private static Map<String, Map<String, String>> sources(Path root) {
        Map<String, Map<String, String>> sources = new TreeMap<>();
        for (Path module : modules(root)) {
            Map<String, String> classes = new TreeMap<>();
            for (Path file : files(module.resolve("src/main/java"), ".java")) {
                classes.put(file.getFileName().toString().replace(".java", ""), text(file));
            }
            sources.put(root.relativize(module).toString(), classes);
        }
        return sources;
    }

    static List<Path> modules(Path root) {
        List<Path> modules = new ArrayList<>(
                RunningPlatform.SERVICES.stream().map(root::resolve).toList());
        modules.add(root.resolve("gateway"));
        modules.add(root.resolve("platform/platform-security"));
        return modules;
    }

    static List<Path> files(Path directory, String suffix) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
