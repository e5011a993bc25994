package ai.whatsflow.contact.contact.web;

import ai.whatsflow.contact.contact.AddContact;
import ai.whatsflow.contact.contact.ChangeContact;
import ai.whatsflow.contact.contact.Contact;
import ai.whatsflow.contact.contact.DeleteContact;
import ai.whatsflow.contact.contact.FindContact;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Contacts")
@RestController
@RequestMapping("/api/v1/contacts")
class ContactController {

    private final AddContact add;
    private final FindContact find;
    private final ChangeContact change;
    private final DeleteContact delete;
    private final IdempotentRequests idempotency;

    ContactController(
            AddContact add,
            FindContact find,
            ChangeContact change,
            DeleteContact delete,
            IdempotentRequests idempotency) {
        this.add = add;
        this.find = find;
        this.change = change;
        this.delete = delete;
        this.idempotency = idempotency;
    }

    @Operation(summary = "Add a contact")
    @PostMapping
    ResponseEntity<?> add(Caller caller, IdempotencyKey key, @Valid @RequestBody AddContactRequest request) {
        caller.require("contacts:create");
        return idempotency.once(key, request, () -> {
            Contact contact = add.add(caller, request.phone(), request.name(), request.region());
            return ResponseEntity.created(URI.create("/api/v1/contacts/" + contact.id()))
                    .eTag(EntityVersion.tag(contact.version()))
                    .body(ContactView.of(contact));
        });
    }

    @Operation(summary = "Read a contact")
    @GetMapping("/{contactId}")
    ResponseEntity<ContactView> find(Caller caller, @PathVariable UUID contactId) {
        caller.require("contacts:read");
        return answer(find.find(caller, contactId));
    }

    @Operation(summary = "Change a contact's name or number")
    @PutMapping("/{contactId}")
    ResponseEntity<ContactView> change(
            Caller caller,
            @PathVariable UUID contactId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeContactRequest request) {
        caller.require("contacts:update");
        long version = EntityVersion.required(ifMatch);
        return answer(change.change(caller, contactId, version, request.phone(), request.name()));
    }

    @Operation(summary = "Delete a contact", description = "Its consent is kept, should the number come back.")
    @DeleteMapping("/{contactId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID contactId) {
        caller.require("contacts:delete");
        delete.delete(caller, contactId);
    }

    private static ResponseEntity<ContactView> answer(Contact contact) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(contact.version())).body(ContactView.of(contact));
    }
}
