package ai.whatsflow.contact;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.OpenApiContract;
import ai.whatsflow.platform.test.PlatformIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformIT
class OpenApiIT {

    @Test
    void servesTheCommittedDocument(@Autowired ApiClient api) {
        OpenApiContract.assertCommitted("contact-service", api);
    }
}
