package ai.whatsflow.identity.user.web;

import ai.whatsflow.identity.user.ChangeUser;
import ai.whatsflow.identity.user.ListUsers;
import ai.whatsflow.identity.user.ReachableUser;
import ai.whatsflow.identity.user.User;
import ai.whatsflow.identity.user.UserStatus;
import ai.whatsflow.identity.web.DisplayName;
import ai.whatsflow.identity.web.EntityVersion;
import ai.whatsflow.identity.web.MobileNumber;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.Storable;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users")
class UserController {

    private final ListUsers listUsers;
    private final ReachableUser reachable;
    private final ChangeUser changeUser;
    private final UserViews views;

    UserController(ListUsers listUsers, ReachableUser reachable, ChangeUser changeUser, UserViews views) {
        this.listUsers = listUsers;
        this.reachable = reachable;
        this.changeUser = changeUser;
        this.views = views;
    }

    @GetMapping
    @Operation(
            summary = "List the users within your reach, newest first",
            description = "Staff see all, a sub-dealer its own account and its customers, a customer its own account.")
    Page<UserView> listUsers(
            Caller caller,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable UserStatus status,
            @Parameter(description = "part of the name or e-mail address")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Storable
                    @Nullable
                    String q,
            PageRequest page) {
        caller.require("users:read");
        Page<User> users = listUsers.list(caller, tier, status, q, page);
        return new Page<>(views.of(users.items()), users.nextCursor());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one user", description = "Somebody else's user is answered 404.")
    ResponseEntity<UserView> showUser(Caller caller, @PathVariable UUID id) {
        caller.require("users:read");
        return tagged(reachable.get(caller, id));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Change name and mobile of a user",
            description = "Your own always; others with users:update. If-Match holds the ETag that was read.")
    ResponseEntity<UserView> changeUser(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeUserRequest request) {
        return tagged(changeUser.change(caller, id, EntityVersion.required(ifMatch), request.name(), request.mobile()));
    }

    private ResponseEntity<UserView> tagged(User user) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(user.version())).body(views.of(user));
    }

    record ChangeUserRequest(
            @Schema(example = "Anna Perera") @DisplayName String name,

            @Schema(example = "+94771234567") @MobileNumber @Nullable
            String mobile) {}
}
