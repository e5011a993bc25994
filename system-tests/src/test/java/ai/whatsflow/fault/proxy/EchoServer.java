package ai.whatsflow.fault.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Says back what it hears, and remembers all of it. */
final class EchoServer implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    final CountDownLatch lostOne = new CountDownLatch(1);

    EchoServer() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    Thread.ofVirtual().start(() -> echo(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    synchronized int heard() {
        return heard.size();
    }

    private void echo(Socket socket) {
        try (socket) {
            byte[] chunk = new byte[8_192];
            for (int read = socket.getInputStream().read(chunk);
                    read >= 0;
                    read = socket.getInputStream().read(chunk)) {
                synchronized (this) {
                    heard.write(chunk, 0, read);
                }
                socket.getOutputStream().write(chunk, 0, read);
            }
        } catch (IOException reset) {
            // An end like any other.
        } finally {
            lostOne.countDown();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
