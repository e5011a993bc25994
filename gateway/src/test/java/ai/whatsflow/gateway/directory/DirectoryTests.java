package ai.whatsflow.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectoryTests {

    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID DEALER = UUID.randomUUID();
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final UUID USER = UUID.randomUUID();
    private static final UUID SET = UUID.randomUUID();

    private final RevokedApiKeys revoked = new RevokedApiKeys(Clock.systemUTC());
    private final Directory directory = new Directory(revoked);

    DirectoryTests() {
        account(OWNER, 1, null, true);
        account(DEALER, 1, OWNER, true);
        account(CUSTOMER, 1, DEALER, true);
        user(1, true, Long.MIN_VALUE);
        directory.put(new PermissionSet(SET, 1, Modules.of(List.of("messages:create"))));
    }

    @Test
    void admitsAKnownUserOfAnActiveAccount() {
        assertThat(standing(0)).isInstanceOf(User.class);
    }

    @Test
    void suspendsADescendantWithoutTouchingIt() {
        account(DEALER, 2, OWNER, false);
        assertThat(standing(0)).isEqualTo(Standing.Refused.SUSPENDED);

        account(DEALER, 3, OWNER, true);
        assertThat(standing(0)).isInstanceOf(User.class);
    }

    @Test
    void ignoresOlderVersions() {
        account(CUSTOMER, 5, DEALER, false);
        account(CUSTOMER, 4, DEALER, true);

        assertThat(standing(0)).isEqualTo(Standing.Refused.SUSPENDED);
    }

    @Test
    void knowsNobodyUnannounced() {
        assertThat(directory.standing(Caller.person(UUID.randomUUID(), CUSTOMER, 0)))
                .isEqualTo(Standing.Refused.UNKNOWN);
        assertThat(directory.standing(Caller.person(USER, DEALER, 0)))
                .as("a user of another account")
                .isEqualTo(Standing.Refused.UNKNOWN);
    }

    @Test
    void survivesATreeThatBitesItsTail() {
        account(OWNER, 2, CUSTOMER, true);

        assertThat(standing(0)).isEqualTo(Standing.Refused.UNKNOWN);
    }

    @Test
    void signsOutTokensIssuedBeforeTheRevocation() {
        user(2, true, 5_000);

        assertThat(standing(4_999)).isEqualTo(Standing.Refused.SIGNED_OUT);
        assertThat(standing(5_000)).isInstanceOf(User.class);
    }

    @Test
    void signsOutADisabledUserAndItsKeys() {
        user(2, false, Long.MIN_VALUE);

        assertThat(standing(0)).isEqualTo(Standing.Refused.SIGNED_OUT);
        assertThat(directory.standing(key(UUID.randomUUID()))).isEqualTo(Standing.Refused.SIGNED_OUT);
    }

    @Test
    void keepsKeysWhenOnlySessionsAreRevoked() {
        user(2, true, 5_000);

        assertThat(directory.standing(key(UUID.randomUUID()))).isInstanceOf(User.class);
    }

    @Test
    void refusesARevokedKey() {
        UUID key = UUID.randomUUID();
        revoked.add(key);

        assertThat(directory.standing(key(key))).isEqualTo(Standing.Refused.KEY_REVOKED);
    }

    @Test
    void reachesModulesByPermissionsAndScopes() {
        User user = (User) standing(0);
        Caller person = Caller.person(USER, CUSTOMER, 0);

        assertThat(directory.reaches(person, user, Set.of("messages"))).isTrue();
        assertThat(directory.reaches(person, user, Set.of("contacts"))).isFalse();
        assertThat(directory.reaches(person, user, Set.of())).isTrue();
        Caller narrow = new Caller(USER, CUSTOMER, UUID.randomUUID(), Modules.of(List.of("contacts:read")), 0);
        assertThat(directory.reaches(narrow, user, Set.of("messages")))
                .as("the key's scopes are a bound")
                .isFalse();
        assertThat(directory.reaches(narrow, user, Set.of("contacts")))
                .as("so are the user's permissions")
                .isFalse();
    }

    @Test
    void followsPermissionChangesAtOnce() {
        User user = (User) standing(0);
        directory.put(new PermissionSet(SET, 2, Modules.of(List.of("*:read"))));
        assertThat(directory.reaches(Caller.person(USER, CUSTOMER, 0), user, Set.of("contacts")))
                .isTrue();

        directory.put(new PermissionSet(SET, 3, Modules.of(List.of())));
        assertThat(directory.reaches(Caller.person(USER, CUSTOMER, 0), user, Set.of("messages")))
                .isFalse();
    }

    private Standing standing(long issuedAt) {
        return directory.standing(Caller.person(USER, CUSTOMER, issuedAt));
    }

    private static Caller key(UUID id) {
        return new Caller(USER, CUSTOMER, id, Modules.of(List.of("*:*")), 0);
    }

    private void account(UUID id, long version, @Nullable UUID parent, boolean active) {
        directory.put(new Account(id, version, parent, active));
    }

    private void user(long version, boolean active, long revokedAt) {
        directory.put(new User(USER, version, CUSTOMER, Tier.CUSTOMER, active, Set.of(SET), revokedAt));
    }
}
