package ai.whatsflow.contact.consent;

/**
 * Tells the other services about a change of consent. Called inside the transaction of the change: the announcement
 * leaves if and only if the change is kept, in the order of versions.
 */
public interface ConsentAnnouncer {

    void announce(ConsentChange change, Consent consent);
}
