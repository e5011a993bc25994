package ai.whatsflow.identity.token.web;

import ai.whatsflow.identity.token.PublishedKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Internal")
class JwksController {

    private final PublishedKeys keys;

    JwksController(PublishedKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/internal/v1/jwks.json")
    @SecurityRequirements
    @Operation(summary = "The keys that verify our tokens", description = "A JWK Set, RFC 7517.")
    ResponseEntity<Map<String, Object>> showKeys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(keys.jwks());
    }
}
