package ai.whatsflow.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every identity provider keeps, the one in memory and the real one. */
public abstract class IdentityProviderContract {

    protected abstract IdentityProvider provider();

    private static Person person() {
        UUID userId = UUID.randomUUID();
        return new Person(userId, UUID.randomUUID(), userId + "@contract.test", "Connie Contract", true);
    }

    @Test
    void ensuringTwiceLeadsToTheSameSignIn() {
        Person person = person();
        String subject = provider().ensure(person);
        assertThat(provider().ensure(person)).isEqualTo(subject);
        assertThat(provider().find(subject)).get().matches(person::agreesWith, "agrees with the person");
    }

    @Test
    void bringsWhatChangedIntoLine() {
        Person person = person();
        String subject = provider().ensure(person);
        Person moved = new Person(
                person.userId(), UUID.randomUUID(), "new-" + person.email(), "Connie Changed (& Co.)", false);
        assertThat(provider().ensure(moved)).isEqualTo(subject);
        assertThat(provider().find(subject)).get().matches(moved::agreesWith, "agrees with the changed person");
    }

    @Test
    void doesNotHandASignInToAnotherUser() {
        Person person = person();
        provider().ensure(person);
        Person other = new Person(UUID.randomUUID(), UUID.randomUUID(), person.email(), "Another", true);
        assertThatThrownBy(() -> provider().ensure(other))
                .isInstanceOfSatisfying(
                        IdentityProviderException.class,
                        refusal -> assertThat(refusal.isRefused()).isTrue());
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(provider().find(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void endsSessionsOfSomebodyWhoHasNone() {
        provider().endSessions(provider().ensure(person()));
    }
}
