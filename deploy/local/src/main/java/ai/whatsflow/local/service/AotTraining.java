package ai.whatsflow.local.service;

import ai.whatsflow.local.files.FileTree;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.process.OneShot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes the cache of one application out of a recorded run that has ended. */
public record AotTraining(Home home, String artifact) {

    public boolean isNeeded() {
        return !cache().exists();
    }

    /** Whether a recorded run has ended in good order; one that was killed leaves an empty file. */
    public boolean isRecorded() {
        Path recording = recording(home, cache());
        try {
            return Files.exists(recording) && Files.size(recording) > 0;
        } catch (IOException e) {
            throw new StartFailure(recording + " cannot be read", e);
        }
    }

    /** Takes 3 to 9 s of CPU and 70 to 120 MB of disk. */
    public void finish() {
        AotCache cache = cache();
        new OneShot("Making the cache of " + artifact, home.log("aot-" + artifact))
                .run(CachedStart.command(home, artifact, cache.draft(recording(home, cache))), Map.of());
        cache.adopt();
    }

    /** Whether a run of this platform is or was recorded, whatever was built since. */
    public static boolean anythingIsRecorded(Home home) {
        return Files.isDirectory(recordings(home));
    }

    /** Forgets every recording of this platform. */
    public static void forgetRecordings(Home home) {
        try {
            FileTree.delete(recordings(home));
        } catch (IOException e) {
            throw new StartFailure("The recordings for the caches cannot be deleted", e);
        }
    }

    static Path recording(Home home, AotCache cache) {
        return recordings(home).resolve(cache.fit() + ".aotconf");
    }

    private static Path recordings(Home home) {
        return home.directory().resolve("recordings");
    }

    private AotCache cache() {
        return CachedStart.cache(home, artifact);
    }
}
