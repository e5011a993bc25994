package ai.whatsflow.contact.contact;

import ai.whatsflow.contact.ContactProblem;
import ai.whatsflow.contact.phone.PhoneNumbers;
import ai.whatsflow.contact.phone.PhoneReader;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replaces a contact's name, and its number as long as nobody's consent hangs on it. */
@Component
public class ChangeContact {

    private final FindContact find;
    private final Contacts contacts;
    private final AddressBook book;
    private final PhoneReader phones;

    ChangeContact(FindContact find, Contacts contacts, AddressBook book, PhoneReader phones) {
        this.find = find;
        this.contacts = contacts;
        this.book = book;
        this.phones = phones;
    }

    /** @param typedPhone the new number; null keeps the old one */
    @Transactional
    public Contact change(Caller caller, UUID id, long version, @Nullable String typedPhone, @Nullable String name) {
        book.lock(find.find(caller, id).accountId());
        Contact contact = contacts.lock(id).orElseThrow(FindContact::notFound);
        if (contact.version() != version) {
            throw new ProblemException(PlatformProblem.VERSION_CONFLICT, "Read the contact again, then change it.")
                    .with("version", contact.version());
        }
        store(contact, newPhone(contact, typedPhone), name);
        return contacts.find(id).orElseThrow();
    }

    private String newPhone(Contact contact, @Nullable String typed) {
        if (typed == null) {
            return contact.phone();
        }
        String phone = PhoneNumbers.toE164(typed, phones.regionFor(contact.accountId(), null))
                .orElseThrow(AddContact::invalidPhone);
        if (!phone.equals(contact.phone()) && contacts.hasConsentHistory(contact, phone)) {
            throw new ProblemException(
                    ContactProblem.PHONE_FIXED, "Consent belongs to the number: add the new one as its own contact.");
        }
        return phone;
    }

    private void store(Contact contact, String phone, @Nullable String name) {
        try {
            contacts.change(contact.id(), phone, name);
        } catch (DuplicateKeyException taken) {
            throw new ProblemException(ContactProblem.CONTACT_EXISTS, phone + " is among your contacts already.");
        }
    }
}
