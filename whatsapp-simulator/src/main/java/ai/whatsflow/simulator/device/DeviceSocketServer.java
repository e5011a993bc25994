package ai.whatsflow.simulator.device;

import ai.whatsflow.simulator.SimulatorProperties;
import ai.whatsflow.simulator.device.DeviceConnection.Surroundings;
import ai.whatsflow.simulator.network.Postman;
import ai.whatsflow.simulator.network.WhatsAppNetwork;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for devices. A stop closes every socket, as the death of the process would. */
@Component
public class DeviceSocketServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSocketServer.class);
    private static final int BACKLOG = 4096;

    private final SimulatorProperties properties;
    private final Surroundings surroundings;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;

    DeviceSocketServer(
            SimulatorProperties properties, WhatsAppNetwork network, Postman postman, PairingDesk pairingDesk) {
        this.properties = properties;
        this.surroundings = new Surroundings(
                network,
                postman,
                pairingDesk,
                Math.toIntExact(properties.maxFrame().toBytes()),
                properties.silence(),
                properties.helloWithin());
    }

    @Override
    public synchronized void start() {
        try {
            ServerSocket opened = new ServerSocket(
                    properties.devicePort(), BACKLOG, InetAddress.getByName(properties.deviceAddress()));
            listener = opened;
            Thread.ofPlatform().name("device-acceptor").start(() -> accept(opened));
            LOG.info("simulated WhatsApp listens for devices on port {}", opened.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("the device port " + properties.devicePort() + " cannot be opened", e);
        }
    }

    private void accept(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                Socket socket = open.accept();
                sockets.add(socket);
                Thread.ofVirtual().name("device").start(() -> serve(socket));
            } catch (IOException e) {
                if (!open.isClosed()) {
                    LOG.warn("a device could not be accepted: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void serve(Socket socket) {
        try {
            new DeviceConnection(socket, surroundings).run();
        } catch (RuntimeException e) {
            LOG.error("a device connection failed", e);
            close(socket);
        } finally {
            sockets.remove(socket);
        }
    }

    @Override
    public synchronized void stop() {
        ServerSocket open = listener;
        listener = null;
        if (open != null) {
            close(open);
        }
        sockets.forEach(DeviceSocketServer::close);
    }

    @Override
    public synchronized boolean isRunning() {
        return listener != null;
    }

    public synchronized int port() {
        return listener == null ? -1 : listener.getLocalPort();
    }

    public int connections() {
        return sockets.size();
    }

    /** Out of file descriptors, most likely: accepting again at once would only burn the processor. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            LOG.debug("closing failed: {}", e.getMessage());
        }
    }
}
