package ai.whatsflow.contact.group.web;

import ai.whatsflow.contact.group.ContactGroup;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

record GroupView(
        UUID groupId,
        UUID accountId,
        @Schema(example = "Regular customers") String name,
        @Schema(example = "2000") long members,
        Instant createdAt) {

    static GroupView of(ContactGroup group) {
        return new GroupView(group.id(), group.accountId(), group.name(), group.members(), group.createdAt());
    }
}
