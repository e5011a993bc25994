package ai.whatsflow.contact.group.web;

import ai.whatsflow.contact.group.ContactGroup;
import ai.whatsflow.contact.group.CreateGroup;
import ai.whatsflow.contact.group.DeleteGroup;
import ai.whatsflow.contact.group.FindGroup;
import ai.whatsflow.contact.group.ListGroups;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Groups")
@RestController
@RequestMapping("/api/v1/contact-groups")
class GroupController {

    private final CreateGroup create;
    private final FindGroup find;
    private final ListGroups list;
    private final DeleteGroup delete;
    private final IdempotentRequests idempotency;

    GroupController(
            CreateGroup create, FindGroup find, ListGroups list, DeleteGroup delete, IdempotentRequests idempotency) {
        this.create = create;
        this.find = find;
        this.list = list;
        this.delete = delete;
        this.idempotency = idempotency;
    }

    @Operation(summary = "Create a group")
    @PostMapping
    ResponseEntity<?> create(Caller caller, IdempotencyKey key, @Valid @RequestBody CreateGroupRequest request) {
        caller.require("contacts:create");
        return idempotency.once(key, request, () -> {
            ContactGroup group = create.create(caller.accountId(), request.name());
            return ResponseEntity.created(URI.create("/api/v1/contact-groups/" + group.id()))
                    .body(GroupView.of(group));
        });
    }

    @Operation(summary = "List groups", description = "Oldest first; pass nextCursor on for the next page.")
    @GetMapping
    Page<GroupView> list(Caller caller, PageRequest page) {
        caller.require("contacts:read");
        return list.page(caller.scope(), page).map(GroupView::of);
    }

    @Operation(summary = "Read a group")
    @GetMapping("/{groupId}")
    GroupView find(Caller caller, @PathVariable UUID groupId) {
        caller.require("contacts:read");
        return GroupView.of(find.find(caller, groupId));
    }

    @Operation(summary = "Delete a group", description = "Its contacts stay.")
    @DeleteMapping("/{groupId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID groupId) {
        caller.require("contacts:delete");
        delete.delete(caller, groupId);
    }
}
