package ai.whatsflow.contact.consent;

import ai.whatsflow.contact.contact.Contact;
import ai.whatsflow.contact.contact.Contacts;
import ai.whatsflow.contact.contact.FindContact;
import ai.whatsflow.platform.security.Caller;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes whether a contact may be written to. What is so already stays as it is and is not announced again. */
@Component
public class ChangeConsent {

    private final Contacts contacts;
    private final Consents consents;
    private final ConsentAnnouncer announcer;
    private final Clock clock;

    ChangeConsent(Contacts contacts, Consents consents, ConsentAnnouncer announcer, Clock clock) {
        this.contacts = contacts;
        this.consents = consents;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Transactional
    public Contact change(Caller caller, UUID contactId, ConsentChange change) {
        Contact contact = contacts.lock(contactId).orElseThrow(FindContact::notFound);
        caller.requireReach(contact.accountId());
        if (change.isDone(contact)) {
            return contact;
        }
        Consent consent = consents.keep(contact, change.subscribed(contact), change.blocked(contact), clock.instant());
        contacts.touch(contactId);
        announcer.announce(change, consent);
        return contacts.find(contactId).orElseThrow();
    }
}
