package ai.whatsflow.identity.account.web;

import ai.whatsflow.identity.account.CloseAccount;
import ai.whatsflow.identity.account.ReinstateAccount;
import ai.whatsflow.identity.account.SuspendAccount;
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
@RequestMapping("/api/v1/accounts/{id}")
@Tag(name = "Accounts")
class AccountStatusController {

    private final SuspendAccount suspendAccount;
    private final ReinstateAccount reinstateAccount;
    private final CloseAccount closeAccount;
    private final AccountViews views;

    AccountStatusController(
            SuspendAccount suspendAccount,
            ReinstateAccount reinstateAccount,
            CloseAccount closeAccount,
            AccountViews views) {
        this.suspendAccount = suspendAccount;
        this.reinstateAccount = reinstateAccount;
        this.closeAccount = closeAccount;
        this.views = views;
    }

    @PostMapping("/suspend")
    @Operation(
            summary = "Suspend an account",
            description = "It and every account below stop working within seconds. Repeating it changes nothing.")
    ResponseEntity<AccountView> suspendAccount(Caller caller, @PathVariable UUID id) {
        return views.tagged(suspendAccount.suspend(caller, id));
    }

    @PostMapping("/reinstate")
    @Operation(
            summary = "Reinstate a suspended account",
            description = "By those who suspended it or by staff. Repeating it changes nothing.")
    ResponseEntity<AccountView> reinstateAccount(Caller caller, @PathVariable UUID id) {
        return views.tagged(reinstateAccount.reinstate(caller, id));
    }

    @PostMapping("/close")
    @Operation(
            summary = "Close an account for good",
            description = "By the owner, once every account below is closed. Repeating it changes nothing.")
    ResponseEntity<AccountView> closeAccount(Caller caller, @PathVariable UUID id) {
        return views.tagged(closeAccount.close(caller, id));
    }
}
