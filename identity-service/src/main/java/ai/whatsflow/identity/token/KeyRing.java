package ai.whatsflow.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every signing key there is; which of them signs, and which are done with, follows from the time alone. */
record KeyRing(List<SigningKey> keys) {

    KeyRing {
        keys = keys.stream()
                .sorted(Comparator.comparing(SigningKey::activeFrom))
                .toList();
    }

    /** The youngest that has begun. */
    Optional<SigningKey> active(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !key.activeFrom().isAfter(now))
                .findFirst();
    }

    /** Whether the youngest key, begun or not, has reached its age. */
    boolean needsSuccessor(Instant now, Duration lifetime) {
        return keys.isEmpty() || !keys.getLast().activeFrom().plus(lifetime).isAfter(now);
    }

    /** The first key signs at once; a successor only when every verifier has had time to see it. */
    Instant successorActiveFrom(Instant now, Duration publishAhead) {
        return keys.isEmpty() ? now : now.plus(publishAhead);
    }

    /** Those whose successor has signed for so long that no token of theirs is good any more. */
    List<SigningKey> retired(Instant now, Duration publishedAfter) {
        return keys.stream()
                .limit(Math.max(0, keys.size() - 1))
                .filter(key -> !successor(key).activeFrom().plus(publishedAfter).isAfter(now))
                .toList();
    }

    private SigningKey successor(SigningKey key) {
        return keys.get(keys.indexOf(key) + 1);
    }
}
