package ai.whatsflow.identity.provisioning;

import java.util.Optional;

/**
 * Who holds passwords and signs people in. Implementations are thread-safe and may be called again after any failure,
 * at any point, by any replica: every operation leads to the same end however often it ran before.
 *
 * <p>Every operation throws {@link IdentityProviderException} when the provider does not answer in time or refuses;
 * what had been done by then stays done.
 */
public interface IdentityProvider {

    /**
     * Makes sure that exactly one sign-in exists for this person and that it agrees with the person in everything but
     * the password. A sign-in is recognised by the user id it carries, then by its address; one with the same address
     * that carries another user id is refused, never taken over.
     *
     * @return the provider's id of the sign-in: another one than before if it had to be made anew
     */
    String ensure(Person person);

    /** Mails the person a one-time link to set a password. Repeated, it mails again. */
    void invite(String subject);

    /** Ends every session of the sign-in; none is fine. */
    void endSessions(String subject);

    /** What the provider holds; the name may differ from ours in characters the provider does not take. */
    Optional<Person> find(String subject);
}
