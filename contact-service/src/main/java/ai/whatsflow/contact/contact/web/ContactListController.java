package ai.whatsflow.contact.contact.web;

import ai.whatsflow.contact.contact.ContactFilter;
import ai.whatsflow.contact.contact.ListContacts;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.Storable;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Contacts")
@RestController
class ContactListController {

    private final ListContacts contacts;

    ContactListController(ListContacts contacts) {
        this.contacts = contacts;
    }

    @Operation(summary = "List contacts", description = "Oldest first; pass nextCursor on for the next page.")
    @GetMapping("/api/v1/contacts")
    Page<ContactView> list(
            Caller caller,
            @Parameter(description = "Part of a name, or digits of a number", example = "Nimal")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Storable
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable UUID groupId,
            @RequestParam(required = false) @Nullable Boolean subscribed,
            @RequestParam(required = false) @Nullable Boolean blocked,
            PageRequest page) {
        caller.require("contacts:read");
        var filter = new ContactFilter(q, groupId, subscribed, blocked);
        return contacts.page(caller.scope(), filter, page).map(ContactView::of);
    }
}
