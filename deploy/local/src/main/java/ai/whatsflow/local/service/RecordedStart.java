package ai.whatsflow.local.service;

import ai.whatsflow.local.files.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The usual start, which also records the run of an application that has no cache yet, for {@link AotTraining}. */
public record RecordedStart(Home home) implements ApplicationStart {

    /** A recording is written at the end: a second or two of CPU, for a dozen processes at once. */
    private static final Duration TIME_TO_WRITE = Duration.ofMinutes(2);

    @Override
    public List<String> command(String artifact) {
        AotCache cache = CachedStart.cache(home, artifact);
        return CachedStart.command(home, artifact, cache.exists() ? cache.use() : record(cache));
    }

    @Override
    public Duration timeToEnd(String artifact) {
        return AotTraining.anythingIsRecorded(home) ? TIME_TO_WRITE : ApplicationStart.super.timeToEnd(artifact);
    }

    private List<String> record(AotCache cache) {
        Path recording = AotTraining.recording(home, cache);
        Home.createdFor(recording);
        return AotCache.record(recording);
    }
}
