package ai.whatsflow.identity.keycloak;

import ai.whatsflow.identity.provisioning.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.UserRepresentation;

/** A person as a Keycloak user. The two ids are attributes, which the realm's mappers put into tokens. */
final class KeycloakUser {

    static final String USER_ID = "user_id";
    static final String ACCOUNT_ID = "account_id";

    private static final UUID NOBODY = new UUID(0, 0);

    private KeycloakUser() {}

    /**
     * Makes the user agree with the person; false if it did already. Required actions, credentials and
     * a user name that is there stay: the realm does not let user names change.
     */
    static boolean write(Person person, UserRepresentation user) {
        PersonName name = PersonName.of(person.name());
        Map<String, List<String>> attributes =
                user.getAttributes() == null ? new HashMap<>() : new HashMap<>(user.getAttributes());
        attributes.put(USER_ID, List.of(person.userId().toString()));
        attributes.put(ACCOUNT_ID, List.of(person.accountId().toString()));
        boolean same = Boolean.valueOf(person.enabled()).equals(user.isEnabled())
                && person.email().equalsIgnoreCase(user.getEmail())
                && name.first().equals(text(user.getFirstName()))
                && name.last().equals(text(user.getLastName()))
                && attributes.equals(user.getAttributes());
        if (same) {
            return false;
        }
        if (user.getUsername() == null) {
            user.setUsername(person.email());
        }
        user.setEmail(person.email());
        user.setFirstName(name.first());
        user.setLastName(name.last());
        user.setEnabled(person.enabled());
        user.setAttributes(attributes);
        return true;
    }

    /** What stands in Keycloak, with ids that are nobody's where they are missing or damaged. */
    static Person person(UserRepresentation user) {
        return new Person(
                userId(user).orElse(NOBODY),
                id(user, ACCOUNT_ID).orElse(NOBODY),
                Objects.requireNonNullElse(user.getEmail(), ""),
                (text(user.getFirstName()) + " " + text(user.getLastName())).strip(),
                Boolean.TRUE.equals(user.isEnabled()));
    }

    static Optional<UUID> userId(UserRepresentation user) {
        return id(user, USER_ID);
    }

    private static Optional<UUID> id(UserRepresentation user, String attribute) {
        try {
            return Optional.ofNullable(user.firstAttribute(attribute)).map(UUID::fromString);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
