package ai.whatsflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.route.ServiceName;
import ai.whatsflow.gateway.world.Party;
import ai.whatsflow.gateway.world.RunningGateway;
import ai.whatsflow.gateway.world.StubService;
import ai.whatsflow.gateway.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A connection that is kept alive is read again after every answer, however early the next request came. */
class KeepAliveIT {

    private static final World WORLD = World.shared();
    private static RunningGateway gateway;
    private static String token;

    @BeforeAll
    static void start() {
        gateway = WORLD.gateway().awaitReady();
        Party customer = WORLD.identity().customer();
        token = WORLD.keycloak().tokenOf(customer);
        gateway.awaitKnown(customer);
    }

    @Test
    void readsOnAfterARequestThatCameBeforeTheLastAnswer() throws IOException {
        StubService contacts = WORLD.service(ServiceName.CONTACT);
        contacts.on("/api/v1/contacts/slow", exchange -> {
            Thread.sleep(100);
            contacts.answer(exchange, 200, "application/json", "{}");
        });
        String slow = request("/api/v1/contacts/slow", "Authorization: Bearer " + token + "\r\n");
        String refused = request("/api/v1/contacts/slow", "");
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(10_000);
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int round = 0; round < 5; round++) {
                socket.getOutputStream().write((slow + refused).getBytes(StandardCharsets.ISO_8859_1));
                assertThat(status(answers)).isEqualTo(200);
                assertThat(status(answers)).isEqualTo(401);
            }
        } finally {
            contacts.off("/api/v1/contacts/slow");
        }
    }

    private static String request(String path, String header) {
        return "GET " + path + " HTTP/1.1\r\nHost: gateway\r\n" + header + "\r\n";
    }

    /** The status of the next answer; its headers and body are passed over. */
    private static int status(BufferedReader answers) throws IOException {
        int status = Integer.parseInt(answers.readLine().split(" ")[1]);
        int length = 0;
        for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            answers.read();
        }
        return status;
    }
}
