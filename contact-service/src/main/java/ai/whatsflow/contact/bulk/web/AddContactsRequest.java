package ai.whatsflow.contact.bulk.web;

import ai.whatsflow.contact.bulk.ReadContacts;
import ai.whatsflow.platform.problem.Storable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record AddContactsRequest(
        @NotEmpty @Size(max = 10_000) List<@Valid @NotNull Entry> contacts,

        @Schema(description = "Everybody named becomes a member of this group.") @Nullable
        UUID groupId,

        @Schema(example = "LK") @Nullable String region) {

    record Entry(
            @Schema(example = "077 123 4567") @NotNull @Size(max = 40)
            String phone,

            @Schema(example = "Nimal Perera") @Storable @Size(max = 200) @Nullable
            String name) {}

    List<ReadContacts.Typed> typed() {
        return contacts.stream()
                .map(entry -> new ReadContacts.Typed(entry.phone(), entry.name()))
                .toList();
    }
}
