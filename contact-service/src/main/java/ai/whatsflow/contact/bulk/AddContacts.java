package ai.whatsflow.contact.bulk;

import ai.whatsflow.contact.contact.AddressBook;
import ai.whatsflow.contact.entitlement.Entitlement;
import ai.whatsflow.contact.entitlement.RequireEntitlement;
import ai.whatsflow.contact.group.ContactGroup;
import ai.whatsflow.contact.group.ContactGroups;
import ai.whatsflow.contact.group.FindGroup;
import ai.whatsflow.contact.group.GroupMembers;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds many contacts in one statement, and with a group makes all of them members of it, those that were there before
 * too. Numbers that can't be read are reported and do not stop the others.
 */
@Component
public class AddContacts {

    private final RequireEntitlement entitlement;
    private final AddressBook book;
    private final ContactGroups groups;
    private final GroupMembers members;

    AddContacts(RequireEntitlement entitlement, AddressBook book, ContactGroups groups, GroupMembers members) {
        this.entitlement = entitlement;
        this.book = book;
        this.groups = groups;
        this.members = members;
    }

    @Transactional
    public ContactsAdded add(Caller caller, ReadContacts read, @Nullable UUID groupId) {
        Entitlement inForce = entitlement.of(caller);
        ContactGroup group = groupId == null
                ? null
                : groups.findOwn(caller.accountId(), groupId).orElseThrow(FindGroup::notFound);
        int created = book.add(inForce, read.byPhone().values());
        if (group != null) {
            members.addByPhone(group, read.byPhone().keySet());
        }
        return new ContactsAdded(created, read.readable() - created, read.invalid());
    }
}
