package ai.whatsflow.local.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void shiftsEveryPortByTheOffset() {
        Ports ports = new Ports(10_000);

        assertThat(ports.of(Port.GATEWAY)).isEqualTo(12_152);
        assertThat(ports.url(Port.KEYCLOAK)).isEqualTo("http://127.0.0.1:38080");
        assertThat(ports.ofNode(2)).isEqualTo(32_102);
    }

    @Test
    void refusesAnOffsetThatLeavesTheRangeOfPorts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ports(50_000))
                .withMessageContaining("WHATSFLOW_PORT_OFFSET");
        assertThatIllegalArgumentException().isThrownBy(() -> new Ports(-1));
    }

    @Test
    void givesEveryPortOnce() {
        Set<Integer> numbers = new HashSet<>(
                Arrays.asList(Arrays.stream(Port.values()).map(new Ports(0)::of).toArray(Integer[]::new)));

        assertThat(numbers).hasSameSizeAs(Port.values());
    }
}
