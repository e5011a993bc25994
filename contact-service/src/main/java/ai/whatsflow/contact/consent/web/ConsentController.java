package ai.whatsflow.contact.consent.web;

import ai.whatsflow.contact.consent.ChangeConsent;
import ai.whatsflow.contact.consent.ConsentChange;
import ai.whatsflow.contact.contact.web.ContactView;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Consent")
@RestController
@RequestMapping("/api/v1/contacts/{contactId}")
class ConsentController {

    private final ChangeConsent change;

    ConsentController(ChangeConsent change) {
        this.change = change;
    }

    @Operation(summary = "Send this contact nothing more", description = "Your own decision; unblock takes it back.")
    @PostMapping("/block")
    ContactView block(Caller caller, @PathVariable UUID contactId) {
        return change(caller, contactId, ConsentChange.BLOCK);
    }

    @Operation(summary = "Take a block back")
    @PostMapping("/unblock")
    ContactView unblock(Caller caller, @PathVariable UUID contactId) {
        return change(caller, contactId, ConsentChange.UNBLOCK);
    }

    @Operation(summary = "Record that the contact wants no more messages")
    @PostMapping("/unsubscribe")
    ContactView unsubscribe(Caller caller, @PathVariable UUID contactId) {
        return change(caller, contactId, ConsentChange.UNSUBSCRIBE);
    }

    @Operation(summary = "Record that the contact wants messages again")
    @PostMapping("/resubscribe")
    ContactView resubscribe(Caller caller, @PathVariable UUID contactId) {
        return change(caller, contactId, ConsentChange.RESUBSCRIBE);
    }

    private ContactView change(Caller caller, UUID contactId, ConsentChange to) {
        caller.require("contacts:update");
        return ContactView.of(change.change(caller, contactId, to));
    }
}
