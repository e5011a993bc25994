package ai.whatsflow.identity.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An identity provider in memory that can be away, and can be where its caller dies. */
public final class InMemoryIdentityProvider implements IdentityProvider {

    private final Map<String, Person> signIns = new ConcurrentHashMap<>();
    private final List<String> invitations = new CopyOnWriteArrayList<>();
    private final List<String> endedSessions = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile String killsCallerOf = "";

    @Override
    public synchronized String ensure(Person person) {
        answer();
        String subject = recognise(person).orElseGet(() -> UUID.randomUUID().toString());
        signIns.put(subject, person);
        if (person.email().equals(killsCallerOf)) {
            killsCallerOf = "";
            throw new Killed();
        }
        return subject;
    }

    private Optional<String> recognise(Person person) {
        for (var entry : signIns.entrySet()) {
            if (entry.getValue().userId().equals(person.userId())) {
                return Optional.of(entry.getKey());
            }
        }
        for (var entry : signIns.entrySet()) {
            if (entry.getValue().email().equalsIgnoreCase(person.email())) {
                throw IdentityProviderException.refused("the address belongs to another user", null);
            }
        }
        return Optional.empty();
    }

    @Override
    public void invite(String subject) {
        answer();
        invitations.add(signIns.get(subject).email());
    }

    @Override
    public void endSessions(String subject) {
        answer();
        endedSessions.add(signIns.get(subject).email());
    }

    @Override
    public Optional<Person> find(String subject) {
        answer();
        return Optional.ofNullable(signIns.get(subject));
    }

    private void answer() {
        if (away) {
            throw IdentityProviderException.unavailable("away", null);
        }
    }

    public void away(boolean isAway) {
        away = isAway;
    }

    /** The next caller who ensures this address dies right after the sign-in was made, with nothing written down. */
    public void killCallerOf(String email) {
        killsCallerOf = email.toLowerCase(Locale.ROOT);
    }

    public List<Person> withEmail(String email) {
        return signIns.values().stream()
                .filter(person -> person.email().equalsIgnoreCase(email))
                .toList();
    }

    public void delete(String email) {
        signIns.values().removeIf(person -> person.email().equalsIgnoreCase(email));
    }

    /** Somebody changes it behind our back. */
    public void tamper(Person changed) {
        signIns.replaceAll((subject, person) -> person.userId().equals(changed.userId()) ? changed : person);
    }

    public int invitationsOf(String email) {
        return (int) new ArrayList<>(invitations).stream().filter(email::equals).count();
    }

    public int endedSessionsOf(String email) {
        return (int)
                new ArrayList<>(endedSessions).stream().filter(email::equals).count();
    }

    /** What no handler of ours catches, like the end of the process. */
    static final class Killed extends Error {

        Killed() {
            super("killed by the test", null, false, false);
        }
    }
}
