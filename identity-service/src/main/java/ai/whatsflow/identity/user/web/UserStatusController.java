package ai.whatsflow.identity.user.web;

import ai.whatsflow.identity.user.DisableUser;
import ai.whatsflow.identity.user.EnableUser;
import ai.whatsflow.identity.user.User;
import ai.whatsflow.identity.web.EntityVersion;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/{id}")
@Tag(name = "Users")
class UserStatusController {

    private final DisableUser disableUser;
    private final EnableUser enableUser;
    private final UserViews views;

    UserStatusController(DisableUser disableUser, EnableUser enableUser, UserViews views) {
        this.disableUser = disableUser;
        this.enableUser = enableUser;
        this.views = views;
    }

    @PostMapping("/disable")
    @Operation(
            summary = "Disable a user",
            description =
                    "Sign-in, sessions and API keys of the user stop within seconds. Repeating it changes nothing.")
    ResponseEntity<UserView> disableUser(Caller caller, @PathVariable UUID id) {
        return tagged(disableUser.disable(caller, id));
    }

    @PostMapping("/enable")
    @Operation(summary = "Enable a disabled user", description = "Repeating it changes nothing.")
    ResponseEntity<UserView> enableUser(Caller caller, @PathVariable UUID id) {
        return tagged(enableUser.enable(caller, id));
    }

    private ResponseEntity<UserView> tagged(User user) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(user.version())).body(views.of(user));
    }
}
