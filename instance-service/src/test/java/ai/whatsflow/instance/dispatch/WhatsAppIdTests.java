package ai.whatsflow.instance.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.Seeds;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhatsAppIdTests {

    @Test
    void namesTheMessageBothWays() {
        Seeds.check(200, random -> {
            UUID message = new UUID(random.nextLong(), random.nextLong());
            String id = WhatsAppId.of(message);

            assertThat(id).matches("3EB0[0-9A-F]{32}");
            assertThat(WhatsAppId.messageId(id)).contains(message);
        });
    }

    @Test
    void knowsWhichIdsAreNotOurs() {
        assertThat(WhatsAppId.messageId("")).isEmpty();
        assertThat(WhatsAppId.messageId("3A8F2B10C4D5E6F70812")).isEmpty();
        assertThat(WhatsAppId.messageId("3EB0" + "Z".repeat(32))).isEmpty();
    }
}
