package ai.whatsflow.local.service;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.process.Jvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The usual start: from the extracted jar, with the ahead-of-time cache that fits it if there is one. */
public record CachedStart(Home home) implements ApplicationStart {

    private static final String HEAP = "256m";

    /** A third of the heap, as is usual, would be touched by every start and stay resident for nothing. */
    private static final String YOUNG_GENERATION = "-Xmn24m";

    /** What every request passes. */
    private static final Set<String> BUSY = Set.of("gateway", "messaging-service");

    /** What the application runs with. */
    public static List<String> flags(String artifact) {
        List<String> flags = new ArrayList<>(BUSY.contains(artifact) ? Jvm.optimisingFlags(HEAP) : Jvm.flags(HEAP));
        flags.add(YOUNG_GENERATION);
        return flags;
    }

    @Override
    public List<String> command(String artifact) {
        AotCache cache = cache(home, artifact);
        return command(home, artifact, cache.use());
    }

    /** The cache of the newest build, whether it exists or not. */
    static AotCache cache(Home home, String artifact) {
        ApplicationImage image = new ApplicationImage(home, artifact);
        return AotCache.of(image.place(), image.checksum(), flags(artifact), Jvm.version());
    }

    static List<String> command(Home home, String artifact, List<String> options) {
        List<String> rest = new ArrayList<>(options);
        rest.addAll(List.of("-jar", new ApplicationImage(home, artifact).jar().toString()));
        return Jvm.command(flags(artifact), rest);
    }
}
