package ai.whatsflow.instance;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.OpenApiContract;
import ai.whatsflow.platform.test.PlatformIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@PlatformIT
@DirtiesContext
class OpenApiIT {

    @Test
    void servesTheCommittedDocument(@Autowired ApiClient api) {
        OpenApiContract.assertCommitted("instance-service", api);
    }
}
