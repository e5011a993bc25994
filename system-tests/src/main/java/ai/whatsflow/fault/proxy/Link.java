package ai.whatsflow.fault.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Listens in the place of one part for another, and passes everything on. Thread-safe. */
final class Link implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    private final String name;
    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Weather weather = new Weather();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private Link(String name, InetSocketAddress target, ServerSocket listener) {
        this.name = name;
        this.target = target;
        this.listener = listener;
    }

    /** Port 0 takes any free one. */
    static Link open(String name, int port, int targetPort) throws IOException {
        ServerSocket listener = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        Link link = new Link(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort), listener);
        Thread.ofVirtual().name(name).start(link::accept);
        return link;
    }

    String name() {
        return name;
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.size();
    }

    /** Replaces the fault in force; none heals, and ends what could not go on. */
    void impose(@Nullable Fault fault) {
        weather.change(fault);
        connections.stream().filter(Connection::isBroken).forEach(Connection::reset);
        if (fault != null && fault.kind() == Fault.Kind.RESET) {
            connections.forEach(Connection::reset);
        }
        if (fault != null && fault.kind() == Fault.Kind.HALF_OPEN) {
            Direction closed = fault.direction() == Direction.TO_CLIENT ? Direction.TO_CLIENT : Direction.TO_SERVER;
            connections.forEach(connection -> connection.forget(closed));
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                // Asked again above; a single failed accept is the client's loss.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket()) {
            weather.fateOf(Direction.TO_SERVER, 0);
            server.connect(target, CONNECT_MILLIS);
            Connection connection = new Connection(client, server, weather);
            connections.add(connection);
            try {
                connection.carry();
            } finally {
                connections.remove(connection);
            }
        } catch (IOException refused) {
            // The client sees its connection closed, as behind any forwarder whose target is gone.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        weather.change(null);
        connections.forEach(Connection::reset);
    }
}
