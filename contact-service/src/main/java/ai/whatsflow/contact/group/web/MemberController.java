package ai.whatsflow.contact.group.web;

import ai.whatsflow.contact.contact.ContactFilter;
import ai.whatsflow.contact.contact.ListContacts;
import ai.whatsflow.contact.contact.web.ContactView;
import ai.whatsflow.contact.group.AddMembers;
import ai.whatsflow.contact.group.FindGroup;
import ai.whatsflow.contact.group.RemoveMembers;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Groups")
@RestController
@RequestMapping("/api/v1/contact-groups/{groupId}/members")
class MemberController {

    private final FindGroup find;
    private final ListContacts contacts;
    private final AddMembers add;
    private final RemoveMembers remove;

    MemberController(FindGroup find, ListContacts contacts, AddMembers add, RemoveMembers remove) {
        this.find = find;
        this.contacts = contacts;
        this.add = add;
        this.remove = remove;
    }

    @Operation(summary = "Put contacts into a group", description = "All of them, or none when one is not yours.")
    @PostMapping
    MembersAdded add(Caller caller, @PathVariable UUID groupId, @Valid @RequestBody MembersRequest request) {
        caller.require("contacts:update");
        return new MembersAdded(add.add(caller, groupId, request.contactIds()));
    }

    @Operation(summary = "List the members of a group")
    @GetMapping
    Page<ContactView> list(Caller caller, @PathVariable UUID groupId, PageRequest page) {
        caller.require("contacts:read");
        var members = ContactFilter.membersOf(find.find(caller, groupId).id());
        return contacts.page(caller.scope(), members, page).map(ContactView::of);
    }

    @Operation(summary = "Take contacts out of a group")
    @DeleteMapping
    MembersRemoved remove(Caller caller, @PathVariable UUID groupId, @Valid @RequestBody MembersRequest request) {
        caller.require("contacts:update");
        return new MembersRemoved(remove.remove(caller, groupId, request.contactIds()));
    }

    record MembersAdded(int added) {}

    record MembersRemoved(int removed) {}
}
