package ai.whatsflow.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.local.component.Credentials;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceEnvironmentTests {

    @TempDir
    Path directory = Path.of("");

    @Test
    void opensItsOwnDatabaseOnly() {
        assertThat(of(Application.BILLING))
                .containsEntry("SERVER_PORT", "22002")
                .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:25432/billing-service")
                .containsEntry("SPRING_DATASOURCE_USERNAME", "billing-service");
        assertThat(of(Application.BILLING).get("SPRING_DATASOURCE_PASSWORD"))
                .isNotEqualTo(of(Application.VOUCHER).get("SPRING_DATASOURCE_PASSWORD"));
    }

    @Test
    void sharesTheMerchantWithTheSimulator() {
        assertThat(of(Application.BILLING).get("BILLING_PAYHERE_MERCHANT_SECRET"))
                .isEqualTo(of(Application.PAYHERE_SIMULATOR).get("PAYHERE_MERCHANT_SECRET"));
    }

    @Test
    void givesTheGatewayNoDatabase() {
        assertThat(of(Application.GATEWAY))
                .doesNotContainKey("SPRING_DATASOURCE_URL")
                .containsEntry("SPRING_DATA_REDIS_PORT", "26379")
                .containsEntry("WHATSFLOW_SERVICES_REGISTRY_URL", "http://127.0.0.1:22008");
    }

    @ParameterizedTest
    @EnumSource(Application.class)
    void listensOnThisMachineOnly(Application application) {
        assertThat(of(application)).containsEntry("SERVER_ADDRESS", "127.0.0.1");
    }

    @Test
    void givesWayToWhatThisPlatformsFileSays() throws IOException {
        Path file = new EnvironmentFile(new Home(directory, directory.resolve("home")), "instance-service").path();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# short leases\nINSTANCE_LEASE_DURATION=3s\nSERVER_PORT = 1\n\n");

        assertThat(of(Application.INSTANCE))
                .containsEntry("INSTANCE_LEASE_DURATION", "3s")
                .containsEntry("SERVER_PORT", "1");
        assertThat(of(Application.BILLING)).doesNotContainKey("INSTANCE_LEASE_DURATION");
    }

    private Map<String, String> of(Application application) {
        Home home = new Home(directory, directory.resolve("home"));
        return new ServiceEnvironment(home, new Ports(0), Credentials.in(home.credentials())).of(application);
    }
}
