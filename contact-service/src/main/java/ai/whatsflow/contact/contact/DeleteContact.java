package ai.whatsflow.contact.contact;

import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a contact and its memberships. What it said about being written to stays. */
@Component
public class DeleteContact {

    private final FindContact contacts;
    private final AddressBook book;

    DeleteContact(FindContact contacts, AddressBook book) {
        this.contacts = contacts;
        this.book = book;
    }

    @Transactional
    public void delete(Caller caller, UUID id) {
        if (!book.remove(contacts.find(caller, id))) {
            throw FindContact.notFound();
        }
    }
}
