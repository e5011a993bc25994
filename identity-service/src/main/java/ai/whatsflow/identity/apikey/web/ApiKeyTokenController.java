package ai.whatsflow.identity.apikey.web;

import ai.whatsflow.identity.IdentityProblem;
import ai.whatsflow.identity.apikey.ExchangeApiKey;
import ai.whatsflow.identity.apikey.ExchangeApiKey.ExchangedApiKey;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.OnlyClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@OnlyClients("gateway")
@Tag(name = "Internal")
class ApiKeyTokenController {

    private final ExchangeApiKey exchangeApiKey;
    private final MeterRegistry meters;

    ApiKeyTokenController(ExchangeApiKey exchangeApiKey, MeterRegistry meters) {
        this.exchangeApiKey = exchangeApiKey;
        this.meters = meters;
    }

    @PostMapping("/internal/v1/api-key-tokens")
    @Operation(
            summary = "Exchange an API key for a token of a minute",
            description = "For the gateway only. Every key that must not work is answered 401 api-key-invalid.")
    ResponseEntity<ApiKeyTokenView> exchangeApiKey(@Valid @RequestBody ApiKeyTokenRequest request) {
        Optional<ExchangedApiKey> exchanged = exchangeApiKey.exchange(request.key());
        meters.counter("identity.api-key.exchanges", "outcome", exchanged.isPresent() ? "issued" : "refused")
                .increment();
        return exchanged
                .map(ApiKeyTokenView::of)
                .map(view ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view))
                .orElseThrow(
                        () -> new ProblemException(IdentityProblem.API_KEY_INVALID, "Issue a new key and use that."));
    }

    record ApiKeyTokenRequest(@NotNull String key) {

        @Override
        public String toString() {
            return "ApiKeyTokenRequest[]";
        }
    }

    @Schema(name = "ApiKeyToken")
    record ApiKeyTokenView(
            String token, Instant expiresAt, UUID apiKeyId, UUID accountId, UUID userId, List<String> scopes) {

        static ApiKeyTokenView of(ExchangedApiKey exchanged) {
            return new ApiKeyTokenView(
                    exchanged.token().text(),
                    exchanged.token().expiresAt(),
                    exchanged.key().id(),
                    exchanged.key().accountId(),
                    exchanged.key().userId(),
                    exchanged.scopes());
        }

        @Override
        public String toString() {
            return "ApiKeyTokenView[" + apiKeyId + "]";
        }
    }
}
