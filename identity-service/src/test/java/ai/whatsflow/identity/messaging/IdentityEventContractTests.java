package ai.whatsflow.identity.messaging;

import ai.whatsflow.identity.account.Account;
import ai.whatsflow.identity.account.AccountStatus;
import ai.whatsflow.identity.apikey.ApiKey;
import ai.whatsflow.identity.apikey.ApiKeyStatus;
import ai.whatsflow.identity.permission.BuiltInPermissionSet;
import ai.whatsflow.identity.permission.PermissionSet;
import ai.whatsflow.identity.user.Provisioning;
import ai.whatsflow.identity.user.User;
import ai.whatsflow.identity.user.UserStatus;
import ai.whatsflow.platform.security.Tier;
import ai.whatsflow.platform.test.EventContracts;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class IdentityEventContractTests {

    private static final UUID ROOT = UUID.fromString("0199f3a0-1111-7000-8000-000000000001");
    private static final UUID DEALER = UUID.fromString("0199f3a0-1111-7000-8000-000000000002");
    private static final UUID CUSTOMER = UUID.fromString("0199f3a0-1111-7000-8000-000000000003");
    private static final UUID USER = UUID.fromString("0199f3a0-2222-7000-8000-000000000003");
    private static final UUID CUSTOMER_SET = UUID.fromString("0199f3a0-3333-7000-8000-000000000001");
    private static final UUID FINANCE_SET = UUID.fromString("0199f3a0-3333-7000-8000-000000000002");
    private static final UUID KEY = UUID.fromString("0199f3a0-4444-7000-8000-000000000001");
    private static final Instant REGISTERED = Instant.parse("2026-01-05T08:30:00Z");
    private static final Instant LATER = Instant.parse("2026-01-06T09:00:00Z");

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @ParameterizedTest
    @CsvSource({
        "identity.account.registered.v1, 1, ACTIVE",
        "identity.account.suspended.v1, 2, SUSPENDED",
        "identity.account.reinstated.v1, 3, ACTIVE",
        "identity.account.closed.v1, 4, CLOSED",
    })
    void accountEqualsItsExample(String type, long version, AccountStatus status) {
        Account account = new Account(
                CUSTOMER,
                DEALER,
                List.of(ROOT, DEALER, CUSTOMER),
                Tier.CUSTOMER,
                "Perera Traders",
                status,
                null,
                "LKR",
                ZoneId.of("Asia/Colombo"),
                version,
                REGISTERED);
        EventContracts.assertEqualsExample(type, AccountV1.of(account), mapper);
    }

    @Test
    void theRootAccountHasNoParent() {
        Account root = new Account(
                ROOT,
                null,
                List.of(ROOT),
                Tier.OWNER,
                "WhatsFlow",
                AccountStatus.ACTIVE,
                null,
                "LKR",
                ZoneId.of("Asia/Colombo"),
                1,
                REGISTERED);
        EventContracts.assertMatches(AccountV1.REGISTERED, mapper.valueToTree(AccountV1.of(root)));
    }

    @Test
    void userEqualsItsExamples() {
        assertUser(UserV1.REGISTERED, CUSTOMER, Tier.CUSTOMER, UserStatus.ACTIVE, CUSTOMER_SET, null, 1);
        assertUser(UserV1.DISABLED, CUSTOMER, Tier.CUSTOMER, UserStatus.DISABLED, CUSTOMER_SET, LATER, 2);
        assertUser(UserV1.CHANGED, CUSTOMER, Tier.CUSTOMER, UserStatus.ACTIVE, CUSTOMER_SET, LATER, 3);
        assertUser(UserV1.PERMISSIONS_ASSIGNED, ROOT, Tier.EMPLOYEE, UserStatus.ACTIVE, FINANCE_SET, null, 2);
    }

    private void assertUser(
            String type,
            UUID account,
            Tier tier,
            UserStatus status,
            UUID set,
            @Nullable Instant sessionsRevokedAt,
            long version) {
        User user = new User(
                USER,
                account,
                tier,
                "Anna Perera",
                "anna@example.com",
                null,
                status,
                Provisioning.PROVISIONED,
                List.of(set),
                sessionsRevokedAt,
                version,
                REGISTERED);
        EventContracts.assertEqualsExample(type, UserV1.of(user), mapper);
    }

    @Test
    void permissionSetEqualsItsExample() {
        PermissionSet set =
                new PermissionSet(FINANCE_SET, "FINANCE_ADMIN", BuiltInPermissionSet.FINANCE_ADMIN.permissions(), 1);
        EventContracts.assertEqualsExample(PermissionSetV1.DEFINED, PermissionSetV1.of(set), mapper);
    }

    @Test
    void apiKeyEqualsItsExamples() {
        assertApiKey(ApiKeyV1.ISSUED, ApiKeyStatus.ACTIVE, 1, null);
        assertApiKey(ApiKeyV1.REVOKED, ApiKeyStatus.REVOKED, 2, LATER);
    }

    private void assertApiKey(String type, ApiKeyStatus status, long version, @Nullable Instant revokedAt) {
        ApiKey key = new ApiKey(
                KEY,
                CUSTOMER,
                USER,
                "shop",
                "wf_7hK2mQ9xLp4T",
                List.of("messages:create"),
                status,
                version,
                REGISTERED,
                revokedAt,
                null);
        EventContracts.assertEqualsExample(type, ApiKeyV1.of(key), mapper);
    }
}
