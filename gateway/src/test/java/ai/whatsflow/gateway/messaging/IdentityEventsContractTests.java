package ai.whatsflow.gateway.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.directory.Tier;
import ai.whatsflow.platform.test.EventContracts;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Reads each producer's example into the gateway's own, smaller records. */
class IdentityEventsContractTests {

    private static final UUID ACCOUNT = UUID.fromString("0199f3a0-1111-7000-8000-000000000003");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "identity.account.registered.v1, ACTIVE",
        "identity.account.suspended.v1, SUSPENDED",
        "identity.account.reinstated.v1, ACTIVE",
        "identity.account.closed.v1, CLOSED"
    })
    void readsAccounts(String type, String status) {
        AccountStateV1 account = EventContracts.exampleAs(type, AccountStateV1.class, MAPPER);

        assertThat(account.accountId()).isEqualTo(ACCOUNT);
        assertThat(account.version()).isPositive();
        assertThat(account.parentId()).isNotNull();
        assertThat(account.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "identity.user.registered.v1, ACTIVE",
        "identity.user.changed.v1, ACTIVE",
        "identity.user.disabled.v1, DISABLED",
        "identity.user.permissions-assigned.v1, ACTIVE"
    })
    void readsUsers(String type, String status) {
        UserStateV1 user = EventContracts.exampleAs(type, UserStateV1.class, MAPPER);

        assertThat(user.accountId()).isNotNull();
        assertThat(user.tier()).isIn((Object[]) Tier.values());
        assertThat(user.permissionSetIds()).isNotEmpty();
        assertThat(user.status()).isEqualTo(status);
    }

    @Test
    void readsPermissionSets() {
        PermissionSetStateV1 set =
                EventContracts.exampleAs("identity.permission-set.defined.v1", PermissionSetStateV1.class, MAPPER);

        assertThat(set.permissions()).contains("payments:*", "ledger:read");
    }

    @Test
    void readsRevokedKeys() {
        ApiKeyStateV1 key = EventContracts.exampleAs("identity.api-key.revoked.v1", ApiKeyStateV1.class, MAPPER);

        assertThat(key.apiKeyId()).isEqualTo(UUID.fromString("0199f3a0-4444-7000-8000-000000000001"));
    }

    @ParameterizedTest
    @CsvSource({
        "billing.subscription.started.v1, TRIALING, trial",
        "billing.subscription.changed.v1, ACTIVE, business-plus",
        "billing.subscription.expired.v1, EXPIRED, trial"
    })
    void readsPlans(String type, String status, String plan) {
        SubscriptionStateV1 subscription = EventContracts.exampleAs(type, SubscriptionStateV1.class, MAPPER);

        assertThat(subscription.accountId()).isEqualTo(ACCOUNT);
        assertThat(subscription.status()).isEqualTo(status);
        assertThat(subscription.plan()).isEqualTo(plan);
    }
}
