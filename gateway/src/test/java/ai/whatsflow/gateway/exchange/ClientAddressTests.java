package ai.whatsflow.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTests {

    @Test
    void believesNobodyByDefault() {
        assertThat(of(List.of(), "203.0.113.9", "198.51.100.7")).isEqualTo("203.0.113.9");
    }

    @Test
    void believesATrustedProxy() {
        assertThat(of(List.of("10.0.0.0/8"), "10.1.2.3", "198.51.100.7")).isEqualTo("198.51.100.7");
    }

    @Test
    void takesTheRightMostAddressThatIsNotAProxy() {
        assertThat(of(List.of("10.0.0.0/8"), "10.1.2.3", "1.1.1.1, 198.51.100.7, 10.9.9.9"))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void ignoresClaimsOfSomeoneWhoIsNoProxy() {
        assertThat(of(List.of("10.0.0.0/8"), "203.0.113.9", "198.51.100.7")).isEqualTo("203.0.113.9");
    }

    @Test
    void neverResolvesNames() {
        assertThat(of(List.of("10.0.0.0/8"), "10.1.2.3", "example.org")).isEqualTo("10.1.2.3");
    }

    @Test
    void matchesBlocksBitByBit() throws Exception {
        AddressBlock block = AddressBlock.parse("192.168.4.0/22");

        assertThat(block.contains(InetAddress.ofLiteral("192.168.7.255"))).isTrue();
        assertThat(block.contains(InetAddress.ofLiteral("192.168.8.0"))).isFalse();
        assertThat(block.contains(InetAddress.ofLiteral("::1"))).isFalse();
        assertThat(AddressBlock.parse("2001:db8::/32").contains(InetAddress.ofLiteral("2001:db8:1::1")))
                .isTrue();
        assertThatThrownBy(() -> AddressBlock.parse("proxy.internal")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AddressBlock.parse("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String of(List<String> trusted, String peer, String claimed) {
        EdgeProperties properties =
                new EdgeProperties(new EdgeProperties.Cors(Set.of(), Duration.ofHours(1)), trusted, 0);
        return new ClientAddress(properties)
                .of(MockServerHttpRequest.get("/")
                        .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 1))
                        .header("X-Forwarded-For", claimed)
                        .build());
    }
}
