package ai.whatsflow.fault.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkIT {

    private static final int SOON_MILLIS = 300;
    private static final int PATIENCE_MILLIS = 10_000;

    private EchoServer server;
    private FaultProxy proxy;
    private Link link;
    private ProxyControl control;

    @BeforeEach
    void openTheLink() throws IOException {
        server = new EchoServer();
        proxy = FaultProxy.open(0);
        link = proxy.link("client>server", 0, server.port());
        proxy.start();
        control = new ProxyControl("http://127.0.0.1:" + proxy.port());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void carriesEverythingBothWaysWhileNothingIsWrong() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            assertThat(echoOf(client, "x".repeat(200_000))).hasSize(200_000);
        }
        assertThat(control.links()).containsExactly("client>server");
    }

    @Test
    void delaysInOrder() throws IOException {
        try (Socket client = connect()) {
            impose(Fault.Kind.DELAY, Direction.BOTH, 100);
            long start = System.nanoTime();
            for (int i = 0; i < 8; i++) {
                assertThat(echoOf(client, "word " + i)).isEqualTo("word " + i);
            }
            // Sixteen draws of 0 to 100 ms with this seed.
            assertThat(millisSince(start)).isGreaterThan(400);
        }
    }

    @Test
    void throttlesEachConnection() throws IOException {
        try (Socket client = connect()) {
            impose(Fault.Kind.THROTTLE, Direction.TO_SERVER, 20_000);
            long start = System.nanoTime();
            assertThat(echoOf(client, "x".repeat(20_000))).hasSize(20_000);
            assertThat(millisSince(start)).isGreaterThan(900);
        }
    }

    @Test
    void dropsWhatIsOnItsWayAndSaysNothingEverAfter() throws IOException {
        try (Socket client = connect()) {
            impose(Fault.Kind.DROP, Direction.TO_SERVER, 100);
            say(client, "lost");
            hearsNothing(client);
            say(client, "lost too");
            hearsNothing(client);
            assertThat(server.heard()).isZero();

            control.heal("client>server");
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> hear(client, 1));
        }
        try (Socket client = connect()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void resetsOpenConnectionsAtOnceAndNewOnesSoon() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            impose(Fault.Kind.RESET, Direction.BOTH, 1_000);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> hear(client, 1));
        }
        try (Socket client = connect()) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
                for (int i = 0; i < 100; i++) {
                    echoOf(client, "x".repeat(20));
                }
            });
        }
    }

    @Test
    void leavesTheClientOfAHalfOpenConnectionInTheDark() throws Exception {
        try (Socket client = connect()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            impose(Fault.Kind.HALF_OPEN, Direction.TO_SERVER, 0);
            assertThat(server.lostOne.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                    .isTrue();
            say(client, "is anybody there?");
            hearsNothing(client);
            try (Socket other = connect()) {
                assertThat(echoOf(other, "well")).isEqualTo("well");
            }
            assertThat(server.heard()).isEqualTo("hello".length() + "well".length());
        }
    }

    @Test
    void leavesTheServerOfAHalfOpenConnectionInTheDark() throws Exception {
        try (Socket client = connect()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            impose(Fault.Kind.HALF_OPEN, Direction.TO_CLIENT, 0);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> hear(client, 1));
            assertThat(server.lostOne.await(SOON_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void aBlackHoleInOneDirectionHoldsBackWhatArrivesLater() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            impose(Fault.Kind.BLACK_HOLE, Direction.TO_CLIENT, 0);
            say(client, "late");
            hearsNothing(client);
            assertThat(server.heard()).isEqualTo("hellolate".length());

            control.heal("client>server");
            assertThat(hear(client, 4)).isEqualTo("late");
        }
    }

    @Test
    void aBlackHoleLetsNobodyIn() throws Exception {
        impose(Fault.Kind.BLACK_HOLE, Direction.BOTH, 0);
        try (Socket client = connect()) {
            say(client, "hello");
            hearsNothing(client);
            assertThat(link.connections()).isZero();
            assertThat(server.heard()).isZero();

            control.heal("client>server");
            assertThat(hear(client, 5)).isEqualTo("hello");
        }
    }

    @Test
    void nobodyLearnsOfAnEndThroughABlackHole() throws Exception {
        Socket client = connect();
        assertThat(echoOf(client, "hello")).isEqualTo("hello");
        impose(Fault.Kind.BLACK_HOLE, Direction.BOTH, 0);
        client.close();
        assertThat(server.lostOne.await(SOON_MILLIS, TimeUnit.MILLISECONDS)).isFalse();

        control.heal("client>server");
        assertThat(server.lostOne.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    }

    private void impose(Fault.Kind kind, Direction direction, int amount) throws IOException {
        control.impose("client>server", new Fault(kind, direction, amount, 42));
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), link.port());
    }

    private static String echoOf(Socket client, String text) throws IOException {
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                say(client, text);
            } catch (IOException broken) {
                // The reader sees it too.
            }
        });
        String heard = hear(client, text.length());
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
        return heard;
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hear(Socket client, int bytes) throws IOException {
        client.setSoTimeout(PATIENCE_MILLIS);
        byte[] heard = client.getInputStream().readNBytes(bytes);
        if (heard.length < bytes) {
            throw new IOException("the connection ended");
        }
        return new String(heard, StandardCharsets.US_ASCII);
    }

    private static void hearsNothing(Socket client) throws IOException {
        client.setSoTimeout(SOON_MILLIS);
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> client.getInputStream().read());
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
