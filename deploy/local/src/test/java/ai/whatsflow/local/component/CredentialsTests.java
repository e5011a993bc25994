package ai.whatsflow.local.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTests {

    @Test
    void drawsOnceAndRemembers(@TempDir Path directory) {
        Path file = directory.resolve("credentials");
        String drawn = Credentials.in(file).databasePassword("billing-service");

        assertThat(drawn).hasSize(24).matches("[A-Za-z0-9]+");
        assertThat(Credentials.in(file).databasePassword("billing-service")).isEqualTo(drawn);
        assertThat(Credentials.in(file).databasePassword("voucher-service")).isNotEqualTo(drawn);
    }

    @Test
    void isReadableByItsOwnerOnly(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("credentials");
        Credentials.in(file).userPassword("owner");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void drawsAnAesKeyOf256Bits(@TempDir Path directory) {
        String keys = Credentials.in(directory.resolve("credentials")).encryptionKeys("instance-service");

        assertThat(keys).startsWith("k1:");
        assertThat(Base64.getDecoder().decode(keys.substring(3))).hasSize(32);
    }

    @Test
    void drawsNumbersWithoutALeadingZero(@TempDir Path directory) {
        assertThat(Credentials.in(directory.resolve("credentials")).digits("payhere.merchant.id", 7))
                .matches("[1-9][0-9]{6}");
    }
}
