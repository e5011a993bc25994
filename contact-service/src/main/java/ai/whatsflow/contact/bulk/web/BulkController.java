package ai.whatsflow.contact.bulk.web;

import ai.whatsflow.contact.bulk.AddContacts;
import ai.whatsflow.contact.bulk.ReadContacts;
import ai.whatsflow.contact.phone.PhoneReader;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Contacts")
@RestController
class BulkController {

    private final PhoneReader phones;
    private final AddContacts add;
    private final IdempotentRequests idempotency;

    BulkController(PhoneReader phones, AddContacts add, IdempotentRequests idempotency) {
        this.phones = phones;
        this.add = add;
        this.idempotency = idempotency;
    }

    @Operation(
            summary = "Add up to 10,000 contacts",
            description = "Numbers that can't be read are listed in the answer and do not stop the others.")
    @PostMapping("/api/v1/contacts/bulk")
    ResponseEntity<?> add(Caller caller, IdempotencyKey key, @Valid @RequestBody AddContactsRequest request) {
        caller.require("contacts:create");
        String region = phones.regionFor(caller.accountId(), request.region());
        ReadContacts read = ReadContacts.from(request.typed(), region);
        return idempotency.once(key, request, () -> ResponseEntity.ok(add.add(caller, read, request.groupId())));
    }
}
