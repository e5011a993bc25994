package ai.whatsflow.identity.apikey.web;

import ai.whatsflow.identity.apikey.ApiKey;
import ai.whatsflow.identity.apikey.IssueApiKey;
import ai.whatsflow.identity.apikey.IssuedApiKey;
import ai.whatsflow.identity.apikey.ListApiKeys;
import ai.whatsflow.identity.apikey.RevokeApiKey;
import ai.whatsflow.identity.web.DisplayName;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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

@RestController
@RequestMapping("/api/v1/api-keys")
@Tag(name = "API keys")
class ApiKeyController {

    private final IssueApiKey issueApiKey;
    private final ListApiKeys listApiKeys;
    private final RevokeApiKey revokeApiKey;
    private final IdempotentRequests idempotency;

    ApiKeyController(
            IssueApiKey issueApiKey,
            ListApiKeys listApiKeys,
            RevokeApiKey revokeApiKey,
            IdempotentRequests idempotency) {
        this.issueApiKey = issueApiKey;
        this.listApiKeys = listApiKeys;
        this.revokeApiKey = revokeApiKey;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(
            summary = "Issue an API key",
            description = "The key is in this answer and nowhere else, not even in the replay of the same "
                    + "Idempotency-Key: if the answer was lost, revoke the key and issue another. Scopes are "
                    + "permissions that you hold yourself.")
    @ApiResponse(
            responseCode = "201",
            description = "issued",
            content = @Content(schema = @Schema(implementation = IssuedApiKeyView.class)))
    ResponseEntity<?> issueApiKey(Caller caller, IdempotencyKey key, @Valid @RequestBody IssueApiKeyRequest request) {
        AtomicReference<@Nullable IssuedApiKey> issued = new AtomicReference<>();
        ResponseEntity<?> stored = idempotency.once(key, request, () -> {
            IssuedApiKey fresh = issueApiKey.issue(caller, request.name(), request.scopes());
            issued.set(fresh);
            return ResponseEntity.created(
                            URI.create("/api/v1/api-keys/" + fresh.key().id()))
                    .body(IssuedApiKeyView.of(fresh.key(), null));
        });
        IssuedApiKey fresh = issued.get();
        return fresh == null
                ? stored
                : ResponseEntity.status(stored.getStatusCode())
                        .headers(stored.getHeaders())
                        .cacheControl(CacheControl.noStore())
                        .body(IssuedApiKeyView.of(fresh.key(), fresh.text()));
    }

    @GetMapping
    @Operation(
            summary = "List the API keys of your account, newest first",
            description = "The last use is accurate to about ten seconds.")
    Page<ApiKeyView> listApiKeys(Caller caller, PageRequest page) {
        return listApiKeys.list(caller, page).map(ApiKeyView::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Revoke an API key",
            description = "It is refused within a second. Repeating it changes nothing.")
    void revokeApiKey(Caller caller, @PathVariable UUID id) {
        revokeApiKey.revoke(caller, id);
    }

    record IssueApiKeyRequest(
            @Schema(example = "shop") @DisplayName @Size(max = 100)
            String name,

            @Schema(example = "[\"messages:create\"]") @NotEmpty @Size(max = 100)
            List<@NotNull @Size(max = 100) String> scopes) {}

    @Schema(name = "IssuedApiKey")
    record IssuedApiKeyView(
            UUID apiKeyId,

            @Schema(
                    example = "wf_7hK2mQ9xLp4TThisIsAnExampleAndOpensNothingAtAllReally0000",
                    description = "shown once")
            @Nullable
            String key,

            @Schema(example = "shop") String name,
            @Schema(example = "wf_7hK2mQ9xLp4T") String prefix,
            @Schema(example = "[\"messages:create\"]") List<String> scopes,
            Instant issuedAt) {

        static IssuedApiKeyView of(ApiKey key, @Nullable String text) {
            return new IssuedApiKeyView(key.id(), text, key.name(), key.prefix(), key.scopes(), key.issuedAt());
        }

        @Override
        public String toString() {
            return "IssuedApiKeyView[" + prefix + "]";
        }
    }
}
