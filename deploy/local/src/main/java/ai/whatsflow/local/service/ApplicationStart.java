package ai.whatsflow.local.service;

import java.time.Duration;
import java.util.List;

/** How the JVM of an application is started. */
public interface ApplicationStart {

    /** The command line; the jar that it names is there. */
    List<String> command(String artifact);

    /** How long it may take to end in good order. */
    default Duration timeToEnd(String artifact) {
        return Duration.ofSeconds(25);
    }
}
