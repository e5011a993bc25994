package ai.whatsflow.identity.account.web;

import ai.whatsflow.identity.IdentityProblem;
import ai.whatsflow.identity.account.Account;
import ai.whatsflow.identity.account.AccountOpening;
import ai.whatsflow.identity.account.AccountStatus;
import ai.whatsflow.identity.account.ListAccounts;
import ai.whatsflow.identity.account.ReachableAccount;
import ai.whatsflow.identity.account.RegisterAccount;
import ai.whatsflow.identity.web.EntityVersion;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.problem.Storable;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
class AccountController {

    private final RegisterAccount registerAccount;
    private final ListAccounts listAccounts;
    private final ReachableAccount reachable;
    private final AccountViews views;
    private final IdempotentRequests idempotency;

    AccountController(
            RegisterAccount registerAccount,
            ListAccounts listAccounts,
            ReachableAccount reachable,
            AccountViews views,
            IdempotentRequests idempotency) {
        this.registerAccount = registerAccount;
        this.listAccounts = listAccounts;
        this.reachable = reachable;
        this.views = views;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(
            summary = "Register a sub-dealer or a customer",
            description = "The owner registers sub-dealers; the owner and sub-dealers register customers below "
                    + "themselves. The first user sets a password by the one-time link in the mail.")
    @ApiResponse(
            responseCode = "201",
            description = "registered",
            content = @Content(schema = @Schema(implementation = RegisteredAccountView.class)))
    ResponseEntity<?> registerAccount(
            Caller caller, IdempotencyKey key, @Valid @RequestBody RegisterAccountRequest request) {
        return idempotency.once(key, request, () -> switch (registerAccount.register(
                caller, request.account(), request.parentId())) {
            case AccountOpening.Opened opened ->
                ResponseEntity.created(URI.create(
                                "/api/v1/accounts/" + opened.account().id()))
                        .eTag(EntityVersion.tag(opened.account().version()))
                        .body(RegisteredAccountView.of(opened));
            case AccountOpening.EmailInUse _ ->
                throw new ProblemException(IdentityProblem.EMAIL_IN_USE, "Register the account under another address.")
                        .at("/email", "This address already belongs to a user.");
            case AccountOpening.ParentNotActive _ ->
                throw new ProblemException(IdentityProblem.PARENT_NOT_ACTIVE, "Nothing can be opened below it for now.")
                        .at("/parentId", "Choose an account that is active.");
        });
    }

    @GetMapping
    @Operation(
            summary = "List the accounts within your reach, newest first",
            description = "Staff see all, a sub-dealer itself and its customers, a customer itself.")
    Page<AccountView> listAccounts(
            Caller caller,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable AccountStatus status,
            @Parameter(description = "part of the account's name or of an e-mail address in it")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Storable
                    @Nullable
                    String q,
            PageRequest page) {
        caller.require("accounts:read");
        Page<Account> accounts = listAccounts.list(caller, tier, status, q, page);
        return new Page<>(views.of(accounts.items()), accounts.nextCursor());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one account", description = "Somebody else's account is answered 404.")
    ResponseEntity<AccountView> showAccount(Caller caller, @PathVariable UUID id) {
        caller.require("accounts:read");
        return views.tagged(reachable.get(caller, id));
    }
}
