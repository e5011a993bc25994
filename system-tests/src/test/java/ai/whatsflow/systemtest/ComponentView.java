package ai.whatsflow.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The components of one module, read from its packages: one below the root package is a component, its {@code web} is
 * that component's face, and any other package below it is a component of its own. Arrows are imports; one that others
 * imply is left out.
 *
 * @param sentence what the module is, by its root package
 * @param components what each component is, by its name
 * @param arrows whom each component uses
 * @param faces the components that answer HTTP
 */
record ComponentView(
        String sentence,
        SortedMap<String, String> components,
        SortedMap<String, SortedSet<String>> arrows,
        SortedSet<String> faces) {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);");
    private static final Pattern ANSWERS = Pattern.compile("@RestController|implements (WebFilter|GlobalFilter)");
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    static ComponentView read(Path sources) {
        Path root = shallowest(sources);
        String rootPackage = sources.relativize(root).toString().replace('/', '.');
        SortedMap<String, String> components = new TreeMap<>();
        SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();
        SortedSet<String> faces = new TreeSet<>();
        for (Path file : EventCatalogue.files(sources, ".java")) {
            String directory = root.relativize(file.getParent()).toString();
            if (directory.isEmpty()) {
                continue;
            }
            String component = component(directory);
            String text = EventCatalogue.text(file);
            if (file.endsWith("package-info.java") && directory.equals(component)) {
                components.put(component, sentence(text));
            }
            if (ANSWERS.matcher(text).find()) {
                faces.add(component);
            }
            for (Matcher used = IMPORT.matcher(text); used.find(); ) {
                target(rootPackage, used.group(1))
                        .filter(other -> !other.equals(component))
                        .ifPresent(other -> arrows.computeIfAbsent(component, from -> new TreeSet<>())
                                .add(other));
            }
        }
        arrows.keySet().forEach(from -> withoutTheImplied(arrows, from));
        return new ComponentView(
                sentence(EventCatalogue.text(root.resolve("package-info.java"))), components, arrows, faces);
    }

    private static Optional<String> target(String rootPackage, String imported) {
        if (!imported.startsWith(rootPackage + ".")) {
            return Optional.empty();
        }
        List<String> packages = List.of(
                        imported.substring(rootPackage.length() + 1).split("\\."))
                .stream()
                .takeWhile(part -> Character.isLowerCase(part.charAt(0)))
                .toList();
        return packages.isEmpty() ? Optional.empty() : Optional.of(component(String.join("/", packages)));
    }

    private static String component(String directory) {
        return directory.endsWith("/web") ? directory.substring(0, directory.length() - "/web".length()) : directory;
    }

    private static void withoutTheImplied(SortedMap<String, SortedSet<String>> arrows, String from) {
        for (String to : List.copyOf(arrows.get(from))) {
            arrows.get(from).remove(to);
            if (!reaches(arrows, from, to, new HashSet<>())) {
                arrows.get(from).add(to);
            }
        }
    }

    private static boolean reaches(
            SortedMap<String, SortedSet<String>> arrows, String from, String to, Set<String> seen) {
        return from.equals(to)
                || seen.add(from)
                        && arrows.getOrDefault(from, new TreeSet<>()).stream()
                                .anyMatch(next -> reaches(arrows, next, to, seen));
    }

    private static String sentence(String packageInfo) {
        Matcher comment = SENTENCE.matcher(packageInfo);
        return comment.find()
                ? comment.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip()
                : "";
    }

    private static Path shallowest(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(Path::getParent)
                    .min(Comparator.comparingInt(Path::getNameCount))
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
