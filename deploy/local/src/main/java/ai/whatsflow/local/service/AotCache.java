package ai.whatsflow.local.service;

import ai.whatsflow.local.files.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ahead-of-time cache of one application: its classes as an earlier run had loaded and linked them. It lies beside
 * the jar and is named by everything it was made for, so one that does not fit is never found.
 *
 * @param jar the extracted jar that the cache is for
 * @param fit a digest of what the jar contains, the JVM's flags, and the JDK
 * @see <a href="https://openjdk.org/jeps/483">JEP 483</a>
 */
record AotCache(Path jar, String fit) {

    private static final String SUFFIX = ".aot";

    static AotCache of(Path jar, String checksum, List<String> flags, String jdk) {
        List<String> words = new ArrayList<>(List.of(checksum, jdk));
        words.addAll(flags);
        return new AotCache(jar, Digest.of(words));
    }

    boolean exists() {
        return Files.exists(file());
    }

    /** The options of a start that uses the cache; none where there is no cache that fits. */
    List<String> use() {
        return exists() ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    /** The options of a start that notes what a cache has to hold; the recording is written when the process ends. */
    static List<String> record(Path recording) {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording);
    }

    /** The options of a run that drafts the cache from a recording, without running the application. */
    List<String> draft(Path recording) {
        return List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording, "-XX:AOTCache=" + draft());
    }

    /** Puts the draft in its place and deletes the caches that are stale now; who runs from one keeps its pages. */
    void adopt() {
        try {
            Files.move(draft(), file(), StandardCopyOption.ATOMIC_MOVE);
            for (Path stale : staleOnes()) {
                Files.delete(stale);
            }
        } catch (IOException e) {
            throw new StartFailure(file() + " cannot be put in place: " + e.getMessage(), e);
        }
    }

    Path file() {
        return jar.resolveSibling(fit + SUFFIX);
    }

    Path draft() {
        return jar.resolveSibling(fit + SUFFIX + ".draft");
    }

    /** Caches for other builds of the same jar, other flags or another JDK. */
    private List<Path> staleOnes() throws IOException {
        Path applications = jar.resolve("../..").normalize();
        try (Stream<Path> files = Files.find(
                applications,
                2,
                (path, attributes) -> path.toString().endsWith(SUFFIX)
                        && Files.exists(path.resolveSibling(jar.getFileName()))
                        && !path.equals(file()))) {
            return files.toList();
        }
    }
}
