package ai.whatsflow.identity.provisioning;

import java.util.UUID;

/** What the identity provider is to know of a user. */
public record Person(UUID userId, UUID accountId, String email, String name, boolean enabled) {

    /** Whether both are the same in all that decides who signs in and as whom. */
    boolean agreesWith(Person other) {
        return userId.equals(other.userId)
                && accountId.equals(other.accountId)
                && email.equalsIgnoreCase(other.email)
                && enabled == other.enabled;
    }
}
