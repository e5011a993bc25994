package ai.whatsflow.identity.keycloak;

import ai.whatsflow.identity.provisioning.IdentityProvider;
import ai.whatsflow.identity.provisioning.Person;
import java.util.Optional;

/** Passes everything on; its caller dies, once, right after a chosen person's sign-in was made. */
class DyingIdentityProvider implements IdentityProvider {

    private final IdentityProvider real;
    private volatile String victim = "";

    DyingIdentityProvider(IdentityProvider real) {
        this.real = real;
    }

    void killCallerOf(String email) {
        victim = email;
    }

    @Override
    public String ensure(Person person) {
        String subject = real.ensure(person);
        if (person.email().equals(victim)) {
            victim = "";
            throw new Killed();
        }
        return subject;
    }

    @Override
    public void invite(String subject) {
        real.invite(subject);
    }

    @Override
    public void endSessions(String subject) {
        real.endSessions(subject);
    }

    @Override
    public Optional<Person> find(String subject) {
        return real.find(subject);
    }

    /** What no handler of ours catches, like the end of the process. */
    static final class Killed extends Error {

        Killed() {
            super("killed by the test", null, false, false);
        }
    }
}
