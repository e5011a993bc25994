package ai.whatsflow.identity;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.OpenApiContract;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityIT
class OpenApiIT {

    @Test
    void servesTheCommittedDocument(@Autowired ApiClient api) {
        OpenApiContract.assertCommitted("identity-service", api);
    }
}
