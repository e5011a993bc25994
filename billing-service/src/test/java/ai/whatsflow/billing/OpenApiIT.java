package ai.whatsflow.billing;

import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.OpenApiContract;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BillingIT
class OpenApiIT {

    @Test
    void servesTheCommittedDocument(@Autowired ApiClient api) {
        OpenApiContract.assertCommitted("billing-service", api);
    }
}
