package ai.whatsflow.identity.keycloak;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_CREATED;

import ai.whatsflow.identity.provisioning.IdentityProvider;
import ai.whatsflow.identity.provisioning.IdentityProviderException;
import ai.whatsflow.identity.provisioning.Person;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.UserRepresentation;

/** Users of a Keycloak realm, by its admin REST API. */
class KeycloakIdentityProvider implements IdentityProvider {

    private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";

    /** Answers that say "not now" or "not you" rather than "not this". */
    private static final Set<Integer> NOT_NOW = Set.of(401, 403, 408, 429);

    private final Supplier<UsersResource> users;
    private final InvitationProperties invitation;

    KeycloakIdentityProvider(Supplier<UsersResource> users, InvitationProperties invitation) {
        this.users = users;
        this.invitation = invitation;
    }

    @Override
    public String ensure(Person person) {
        return calling(
                () -> recognise(person).map(found -> correct(found, person)).orElseGet(() -> create(person)));
    }

    @Override
    public void invite(String subject) {
        calling(() -> {
            users.get()
                    .get(subject)
                    .executeActionsEmail(
                            invitation.clientId(),
                            invitation.redirectUri(),
                            Math.toIntExact(invitation.lifespan().toSeconds()),
                            List.of(UPDATE_PASSWORD));
            return subject;
        });
    }

    @Override
    public void endSessions(String subject) {
        calling(() -> {
            users.get().get(subject).logout();
            return subject;
        });
    }

    @Override
    public Optional<Person> find(String subject) {
        return calling(() -> {
            try {
                return Optional.of(KeycloakUser.person(users.get().get(subject).toRepresentation()));
            } catch (NotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    private Optional<UserRepresentation> recognise(Person person) {
        List<UserRepresentation> carrying =
                users.get().searchByAttributes(KeycloakUser.USER_ID + ":" + person.userId(), false);
        if (!carrying.isEmpty()) {
            return Optional.of(carrying.getFirst());
        }
        Optional<UserRepresentation> sameAddress =
                users.get().searchByEmail(person.email(), true).stream().findFirst();
        Optional<UUID> other = sameAddress.flatMap(KeycloakUser::userId);
        if (other.isPresent()) {
            throw IdentityProviderException.refused("a sign-in with this address belongs to user " + other.get(), null);
        }
        return sameAddress;
    }

    private String create(Person person) {
        UserRepresentation user = new UserRepresentation();
        user.setRequiredActions(List.of(UPDATE_PASSWORD));
        KeycloakUser.write(person, user);
        try (Response response = users.get().create(user)) {
            if (response.getStatus() == HTTP_CREATED) {
                return CreatedResponseUtil.getCreatedId(response);
            }
            if (response.getStatus() == HTTP_CONFLICT) {
                return recognise(person)
                        .map(found -> correct(found, person))
                        .orElseThrow(() -> IdentityProviderException.refused("the user name is taken", null));
            }
            throw new WebApplicationException(response.getStatus());
        }
    }

    private String correct(UserRepresentation found, Person person) {
        if (KeycloakUser.write(person, found)) {
            users.get().get(found.getId()).update(found);
        }
        return found.getId();
    }

    private static <T> T calling(Supplier<T> call) {
        try {
            return call.get();
        } catch (ClientErrorException answer) {
            String message = "Keycloak answers " + answer.getResponse().getStatus();
            throw NOT_NOW.contains(answer.getResponse().getStatus())
                    ? IdentityProviderException.unavailable(message, answer)
                    : IdentityProviderException.refused(message, answer);
        } catch (WebApplicationException answer) {
            throw IdentityProviderException.unavailable(
                    "Keycloak answers " + answer.getResponse().getStatus(), answer);
        } catch (ProcessingException noAnswer) {
            throw IdentityProviderException.unavailable("Keycloak does not answer: " + root(noAnswer), noAnswer);
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
