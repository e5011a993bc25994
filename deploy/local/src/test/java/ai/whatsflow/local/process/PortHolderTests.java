package ai.whatsflow.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortHolderTests {

    @Test
    void findsTheListeningSocketAmongOthers() {
        List<String> table = List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 0100007F:6358 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100",
                "   1: 0100007F:6358 0100007F:A001 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 20",
                "   2: 0100007F:6359 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0 100");

        assertThat(PortHolder.listeningInodes(table, 25_432)).containsExactly("4711");
    }

    @Test
    void namesTheProcessThatHoldsThePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.isFree(socket.getLocalPort())).isFalse();
            assertThat(PortHolder.describe(socket.getLocalPort()))
                    .contains(Long.toString(ProcessHandle.current().pid()));
        }
    }
}
