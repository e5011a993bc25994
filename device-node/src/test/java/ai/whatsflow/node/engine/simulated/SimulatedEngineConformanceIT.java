package ai.whatsflow.node.engine.simulated;

import ai.whatsflow.node.engine.WhatsAppEngine;
import ai.whatsflow.node.engine.WhatsAppEngineConformance;
import ai.whatsflow.node.support.InProcessSimulator;
import ai.whatsflow.node.support.TestProperties;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SimulatedEngineConformanceIT extends WhatsAppEngineConformance {

    @TempDir
    static Path directory;

    private static InProcessSimulator simulator;
    private static SimulatedEngine engine;

    @BeforeAll
    static void start() {
        simulator = InProcessSimulator.start(directory);
        engine = new SimulatedEngine(TestProperties.withSimulator(directory, simulator.port()));
    }

    @AfterAll
    static void stop() {
        engine.destroy();
        simulator.close();
    }

    @Override
    protected WhatsAppEngine engine() {
        return engine;
    }

    @Override
    protected Counterpart counterpart() {
        return simulator;
    }
}
