package ai.whatsflow.payhere.simulator.merchant;

import ai.whatsflow.payhere.simulator.PayhereProperties;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TokenController {
    private final String expected;
    private final AccessTokens tokens;

    TokenController(PayhereProperties properties, AccessTokens tokens) {
        this.expected = basic(properties.appId(), properties.appSecret());
        this.tokens = tokens;
    }

    /** The header value that PayHere's documentation builds from an app id and secret. */
    static String basic(String appId, String appSecret) {
        byte[] pair = (appId + ":" + appSecret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @PostMapping(path = "/merchant/v1/oauth/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> issue(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(name = "grant_type", defaultValue = "") String grantType) {
        if (authorization == null || !matches(authorization)) {
            return refuse(HttpStatus.UNAUTHORIZED, "invalid_client", "Bad client credentials");
        }
        if (!"client_credentials".equals(grantType)) {
            return refuse(HttpStatus.BAD_REQUEST, "unsupported_grant_type", "Unsupported grant type: " + grantType);
        }
        return ResponseEntity.ok(Map.of(
                "access_token",
                tokens.issue(),
                "token_type",
                "bearer",
                "expires_in",
                tokens.lifetime().toSeconds(),
                "scope",
                "SANDBOX"));
    }

    private boolean matches(String authorization) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<?> refuse(HttpStatus status, String error, String description) {
        return ResponseEntity.status(status).body(Map.of("error", error, "error_description", description));
    }
}
