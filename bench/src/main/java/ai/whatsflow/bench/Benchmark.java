package ai.whatsflow.bench;

import ai.whatsflow.bench.result.Result;
import ai.whatsflow.bench.scene.Scene;
import java.util.List;

/** One or more goals that are measured together. Runs on the scene it is given and leaves it running for the next. */
public interface Benchmark {

    /** As given on the command line: {@code relay}. */
    String name();

    /** Shown while it runs: one line. */
    String title();

    /**
     * Measures. A failure of what is measured is an exception; a figure that is too bad is a result.
     *
     * @throws Exception when no honest figure came out
     */
    List<Result> measure(Scene scene) throws Exception;
}
