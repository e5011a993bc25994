package ai.whatsflow.node.engine.simulated;

import ai.whatsflow.node.NodeProperties;
import ai.whatsflow.node.engine.EngineConnection;
import ai.whatsflow.node.engine.EngineDescription;
import ai.whatsflow.node.engine.EngineListener;
import ai.whatsflow.node.engine.Fence;
import ai.whatsflow.node.engine.WhatsAppEngine;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Speaks to {@code whatsapp-simulator}; a bounded number of devices connects at the same time. */
@Component
class SimulatedEngine implements WhatsAppEngine, DisposableBean {

    private static final EngineDescription DESCRIPTION = new EngineDescription("simulated", "1", true);

    private final String client;
    private final String host;
    private final int port;
    private final Semaphore openings;
    private final ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("simulated-pings").daemon(true).factory());

    SimulatedEngine(NodeProperties properties) {
        this.client = properties.name();
        this.host = properties.simulatorHost();
        this.port = properties.simulatorPort();
        this.openings = new Semaphore(properties.sessions().parallelOpenings());
    }

    @Override
    public EngineDescription description() {
        return DESCRIPTION;
    }

    @Override
    public EngineConnection open(byte @Nullable [] state, Fence fence, EngineListener listener) {
        DeviceState known = state == null ? null : DeviceState.read(state);
        boolean resumes = known != null && known.loggedOut() == null;
        SimulatedConnection connection = new SimulatedConnection(
                new SimulatedConnection.Line(new InetSocketAddress(host, port), client, openings, pings),
                resumes ? known : null,
                fence,
                listener);
        Thread.ofVirtual().name("simulated-device").start(connection);
        return connection;
    }

    @Override
    public void destroy() {
        pings.shutdownNow();
    }
}
