package ai.whatsflow.fault.proxy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One client's connection and the one that was opened to the server in its name. */
final class Connection {

    private static final int CHUNK = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private final Weather weather;
    private final AtomicLong life;

    /** The way in which nothing passes any more, though neither end is told. */
    private volatile @Nullable Direction silent;

    Connection(Socket client, Socket server, Weather weather) throws SocketException {
        this.client = client;
        this.server = server;
        this.weather = weather;
        this.life = new AtomicLong(weather.life());
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    /** Carries both ways until both have ended. */
    void carry() throws InterruptedException {
        Thread back = Thread.ofVirtual().start(() -> pump(Direction.TO_CLIENT));
        pump(Direction.TO_SERVER);
        back.join();
        close(client);
        close(server);
    }

    private void pump(Direction way) {
        Socket from = way == Direction.TO_SERVER ? client : server;
        Socket to = way == Direction.TO_SERVER ? server : client;
        try {
            byte[] chunk = new byte[CHUNK];
            for (int read = from.getInputStream().read(chunk);
                    read >= 0;
                    read = from.getInputStream().read(chunk)) {
                if (!isSilent(way) && passes(way, read)) {
                    to.getOutputStream().write(chunk, 0, read);
                }
            }
            if (!isSilent(way)) {
                weather.fateOf(way, 0);
                to.shutdownOutput();
            }
        } catch (IOException ended) {
            tellTheOtherEnd(way);
        } catch (InterruptedException stopped) {
            reset();
        }
    }

    private boolean passes(Direction way, int bytes) throws InterruptedException {
        if (life.addAndGet(-bytes) < 0) {
            reset();
            return false;
        }
        if (weather.fateOf(way, bytes) == Weather.Fate.IS_LOST) {
            silent = way;
        }
        return !isSilent(way);
    }

    /** That an end is gone is news, which travels as badly as anything else. */
    private void tellTheOtherEnd(Direction way) {
        if (silent != null) {
            return;
        }
        try {
            weather.fateOf(way.opposite(), 0);
            weather.fateOf(way, 0);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        reset();
    }

    private boolean isSilent(Direction way) {
        Direction now = silent;
        return now != null && now.covers(way);
    }

    /** Closes the end that these bytes travel to and leaves the other one open. */
    void forget(Direction towards) {
        silent = Direction.BOTH;
        abort(towards == Direction.TO_CLIENT ? client : server);
    }

    /** Whether its ends disagree on whether it is alive. */
    boolean isBroken() {
        return silent != null;
    }

    void reset() {
        abort(client);
        abort(server);
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) {
            return;
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Closed is closed.
        }
    }
}
