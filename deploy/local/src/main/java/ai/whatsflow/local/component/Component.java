package ai.whatsflow.local.component;

import ai.whatsflow.local.process.ManagedProcess;
import java.time.Duration;
import java.util.List;

/** A part of the platform with a process of its own. */
public interface Component {

    /** Also the name of its log and of its pid file. */
    default String name() {
        return process().name();
    }

    ManagedProcess process();

    /** Ports it listens on; the first one is shown to people. */
    List<Integer> listensOn();

    /** Starts the process and returns without waiting for its health; called only while it is not running. */
    void launch();

    /** Whether the launch may still lead to health: false once its process has ended. */
    default boolean alive() {
        return process().isRunning();
    }

    /** Asks the running process itself. Never throws. */
    Health health();

    /** What has to be done once the component answers, before others may rely on it; repeating it changes nothing. */
    default void prepare() {}

    default void stop() {
        process().terminate(Duration.ofSeconds(25));
    }

    /** How long it may take from its launch to its health. */
    default Duration patience() {
        return Duration.ofSeconds(180);
    }
}
