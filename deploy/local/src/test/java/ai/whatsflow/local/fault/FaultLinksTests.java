package ai.whatsflow.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultLinksTests {

    @TempDir
    Path directory = Path.of("");

    @Test
    void leavesEverythingAsItIsUntilItIsOpened() {
        Map<String, String> environment = Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:25432/x");

        assertThat(links().detour("billing-service", environment)).isEqualTo(environment);
        assertThat(links().announced("node-1", 22_101)).isEqualTo(22_101);
    }

    @Test
    void namesTheProxyInsteadOfTheOtherPart() {
        links().open(false);

        assertThat(links().detour(
                                "billing-service",
                                Map.of(
                                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:25432/billing-service",
                                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:29092",
                                        "WHATSFLOW_SERVICES_VOUCHER_URL", "http://127.0.0.1:22003")))
                .containsEntry(
                        "SPRING_DATASOURCE_URL",
                        "jdbc:postgresql://127.0.0.1:" + port("billing-service>postgresql") + "/billing-service")
                .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port("services>kafka"))
                .containsEntry("WHATSFLOW_SERVICES_VOUCHER_URL", "http://127.0.0.1:22003");
        assertThat(links().announced("node-2", 22_102)).isEqualTo(port("instance-service>node-2"));
    }

    @Test
    void changesNoIssuer() {
        links().open(false);

        assertThat(links().detour(
                                "gateway",
                                Map.of(
                                        "WHATSFLOW_SECURITY_INTERNAL_ISSUER", "http://127.0.0.1:22001",
                                        "WHATSFLOW_SERVICES_IDENTITY_URL", "http://127.0.0.1:22001",
                                        "SPRING_DATA_REDIS_PORT", "26379")))
                .containsEntry("WHATSFLOW_SECURITY_INTERNAL_ISSUER", "http://127.0.0.1:22001")
                .containsEntry(
                        "WHATSFLOW_SERVICES_IDENTITY_URL", "http://127.0.0.1:" + port("gateway>identity-service"))
                .containsEntry("SPRING_DATA_REDIS_PORT", Integer.toString(port("gateway>redis")));
    }

    @Test
    void givesEachLinkAPortOfItsOwn() {
        assertThat(links().all()).extracting(FaultLink::port).doesNotHaveDuplicates();
        assertThat(links().all()).extracting(FaultLink::name).doesNotHaveDuplicates();
    }

    @Test
    void isNotOpenedUnderARunningPlatform() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> links().open(true))
                .withMessageContaining("./whatsflow down");
    }

    private int port(String link) {
        return links().all().stream()
                .filter(known -> known.name().equals(link))
                .findFirst()
                .orElseThrow()
                .port();
    }

    private FaultLinks links() {
        return new FaultLinks(new Home(directory, directory.resolve("home")), new Ports(0));
    }
}
