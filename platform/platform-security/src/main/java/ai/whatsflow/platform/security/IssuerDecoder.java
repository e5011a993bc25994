package ai.whatsflow.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies RS256 tokens of exactly two issuers, each with its own keys and rules: Keycloak for people and services,
 * identity-service for API keys, whose tokens live at most a minute.
 */
final class IssuerDecoder implements JwtDecoder {

    private static final Duration SKEW = Duration.ofSeconds(10);
    private static final Duration REFRESH = Duration.ofMinutes(5);
    private static final Duration LONGEST_OUTAGE = Duration.ofHours(24);
    private static final Duration LONGEST_INTERNAL_LIFE = Duration.ofSeconds(60);

    private final SecurityProperties properties;
    private final NimbusJwtDecoder keycloak;
    private final NimbusJwtDecoder internal;

    IssuerDecoder(SecurityProperties properties) {
        this.properties = properties;
        keycloak = decoder(properties.keycloakJwks());
        keycloak.setJwtValidator(rules(properties.keycloakIssuer(), IssuerDecoder::isAccessToken));
        internal = decoder(properties.internalJwks());
        internal.setJwtValidator(rules(properties.internalIssuer(), IssuerDecoder::isShortLived));
        internal.setClaimSetConverter(IssuerDecoder::marked);
    }

    @Override
    public Jwt decode(String token) {
        String issuer = issuer(token);
        if (properties.keycloakIssuer().equals(issuer)) {
            return keycloak.decode(token);
        }
        if (properties.internalIssuer().equals(issuer)) {
            return internal.decode(token);
        }
        throw new BadJwtException("unknown issuer");
    }

    /** Keys are refreshed every five minutes and for an unknown id; while the issuer is away the last ones serve on. */
    private static NimbusJwtDecoder decoder(String jwks) {
        try {
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            URI.create(jwks).toURL(), new DefaultResourceRetriever(2_000, 2_000, 512 * 1024))
                    .cache(REFRESH.toMillis(), 5_000)
                    .rateLimited(false)
                    .outageTolerant(LONGEST_OUTAGE.toMillis())
                    .build();
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSTypeVerifier((type, context) -> {});
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
            processor.setJWTClaimsSetVerifier((claims, context) -> {});
            return new NimbusJwtDecoder(processor);
        } catch (MalformedURLException misconfigured) {
            throw new IllegalStateException(misconfigured);
        }
    }

    private static OAuth2TokenValidator<Jwt> rules(String issuer, OAuth2TokenValidator<Jwt> own) {
        List<OAuth2TokenValidator<Jwt>> rules = new ArrayList<>();
        rules.add(new JwtTimestampValidator(SKEW));
        rules.add(new JwtIssuerValidator(issuer));
        rules.add(token ->
                result(token.getAudience() != null && token.getAudience().contains(TokenClaims.AUDIENCE), "audience"));
        rules.add(token -> result(token.getExpiresAt() != null, "exp"));
        rules.add(own);
        return new DelegatingOAuth2TokenValidator<>(rules);
    }

    /** Keycloak marks its access tokens; refresh and id tokens are not for us. */
    private static OAuth2TokenValidatorResult isAccessToken(Jwt token) {
        return result("Bearer".equals(token.getClaimAsString("typ")), "typ");
    }

    private static OAuth2TokenValidatorResult isShortLived(Jwt token) {
        Instant issued = token.getIssuedAt();
        Instant expires = token.getExpiresAt();
        return result(
                "at+jwt".equals(token.getHeaders().get("typ"))
                        && issued != null
                        && expires != null
                        && !expires.isAfter(issued.plus(LONGEST_INTERNAL_LIFE)),
                "lifetime");
    }

    private static OAuth2TokenValidatorResult result(boolean good, String what) {
        return good
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "bad " + what, null));
    }

    private static Map<String, Object> marked(Map<String, Object> claims) {
        Map<String, Object> converted =
                new HashMap<>(org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter.withDefaults(Map.of())
                        .convert(claims));
        converted.put(TokenClaims.INTERNAL, true);
        return converted;
    }

    private static @Nullable String issuer(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException | NullPointerException malformed) {
            throw new BadJwtException("malformed token");
        }
    }
}
