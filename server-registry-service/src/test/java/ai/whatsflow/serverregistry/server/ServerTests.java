package ai.whatsflow.serverregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServerTests {

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void endsTheOlderRunWhenANewerRegisters() {
        Server server = Sample.server().registered(Sample.boot(first)).registered(Sample.boot(second));

        assertThat(server.runs(second)).isTrue();
        assertThat(server.exitedBootIds()).containsExactly(first);
    }

    @Test
    void keepsTheRunWhenItRegistersAgain() {
        Server server = Sample.server().registered(Sample.boot(first)).registered(Sample.boot(first));

        assertThat(server.exitedBootIds()).isEmpty();
    }

    @Test
    void keepsTheNewerRunWhenTheOlderOneIsReportedAsEnded() {
        Server server = Sample.server()
                .registered(Sample.boot(first))
                .registered(Sample.boot(second))
                .exited(first);

        assertThat(server.runs(second)).isTrue();
        assertThat(server.exitedBootIds()).containsExactly(first);
    }

    @Test
    void remembersTheLatestExitsOnly() {
        Server server = Sample.server();
        for (int i = 0; i < Server.REMEMBERED_EXITS + 3; i++) {
            server = server.exited(new UUID(0, i));
        }

        assertThat(server.exitedBootIds()).hasSize(Server.REMEMBERED_EXITS).endsWith(new UUID(0, 34));
        assertThat(server.hasExited(new UUID(0, 2))).isFalse();
    }

    @Test
    void offersTheSmallerLimitAndLetsOperationsLabel() {
        Capacity capacity = Sample.server().registered(Sample.boot(first)).capacity();

        assertThat(capacity).isEqualTo(new Capacity(100, "ap-south-1", Map.of("rack", "r1", "zone", "b")));
    }

    @Test
    void countsOnlySessionsThatTakeRoom() {
        assertThat(Sample.metrics(0.1).liveSessions()).isEqualTo(4);
    }
}
