package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.process.ManagedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Redis without persistence: it only counts requests for the rate limits. */
public record RedisServer(Home home, Ports ports, Archives archives) implements Component {

    @Override
    public ManagedProcess process() {
        return new ManagedProcess("redis", home);
    }

    @Override
    public List<Integer> listensOn() {
        return List.of(ports.of(Port.REDIS));
    }

    @Override
    public void launch() {
        process()
                .launch(
                        List.of(
                                archives.redisServer().toString(),
                                "--bind",
                                "127.0.0.1",
                                "--port",
                                Integer.toString(ports.of(Port.REDIS)),
                                "--save",
                                "",
                                "--appendonly",
                                "no",
                                "--dir",
                                Home.created(home.data("redis")).toString()),
                        Map.of());
    }

    @Override
    public Health health() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(Port.REDIS)), 2000);
            socket.setSoTimeout(2000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return answer.equals("+PONG") ? Health.UP : Health.down("answers " + answer);
        } catch (IOException e) {
            return Health.down("does not answer");
        }
    }
}
