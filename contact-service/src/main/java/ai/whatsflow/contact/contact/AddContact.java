package ai.whatsflow.contact.contact;

import ai.whatsflow.contact.ContactProblem;
import ai.whatsflow.contact.entitlement.RequireEntitlement;
import ai.whatsflow.contact.phone.PhoneNumbers;
import ai.whatsflow.contact.phone.PhoneReader;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds one contact to the caller's address book. */
@Component
public class AddContact {

    private final PhoneReader phones;
    private final RequireEntitlement entitlement;
    private final AddressBook book;
    private final Contacts contacts;

    AddContact(PhoneReader phones, RequireEntitlement entitlement, AddressBook book, Contacts contacts) {
        this.phones = phones;
        this.entitlement = entitlement;
        this.book = book;
        this.contacts = contacts;
    }

    @Transactional
    public Contact add(Caller caller, String typedPhone, @Nullable String name, @Nullable String region) {
        String phone = PhoneNumbers.toE164(typedPhone, phones.regionFor(caller.accountId(), region))
                .orElseThrow(AddContact::invalidPhone);
        int added = book.add(entitlement.of(caller), List.of(new NewContact(phone, name)));
        Contact contact = contacts.findByPhone(caller.accountId(), phone).orElseThrow();
        if (added == 0) {
            throw new ProblemException(ContactProblem.CONTACT_EXISTS, phone + " is among your contacts already.")
                    .with("contactId", contact.id());
        }
        return contact;
    }

    static ProblemException invalidPhone() {
        return new ProblemException(ContactProblem.PHONE_INVALID, "See errors.")
                .at("/phone", "Write it as +94771234567, or as dialled in your region.");
    }
}
