package ai.whatsflow.contact.contact.web;

import ai.whatsflow.contact.contact.Contact;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact as callers see it. */
public record ContactView(
        UUID contactId,
        UUID accountId,
        @Schema(example = "+94771234567") String phone,
        @Schema(example = "Nimal Perera") @Nullable String name,
        boolean subscribed,
        boolean blocked,
        Instant createdAt) {

    public static ContactView of(Contact contact) {
        return new ContactView(
                contact.id(),
                contact.accountId(),
                contact.phone(),
                contact.name(),
                contact.subscribed(),
                contact.blocked(),
                contact.createdAt());
    }
}
