package ai.whatsflow.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The issuer's RSA signing keys by key id. They are read again on a schedule and, at most once per gap, when a token
 * names an unknown one; while the issuer is away the known keys stay. Thread-safe.
 */
public final class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final Mono<String> source;
    private final Duration gap;
    private final Clock clock;
    private final AtomicReference<@Nullable Mono<Void>> underWay = new AtomicReference<>();
    private volatile Map<String, JWSVerifier> verifiers = Map.of();
    private volatile long lastAskedAt = Long.MIN_VALUE;

    /** @param source reads the JWK set document once per subscription */
    public SigningKeys(Mono<String> source, Duration gap, Clock clock) {
        this.source = source;
        this.gap = gap;
        this.clock = clock;
    }

    public boolean loaded() {
        return !verifiers.isEmpty();
    }

    @Nullable
    JWSVerifier find(String keyId) {
        return verifiers.get(keyId);
    }

    /** Reads the keys again unless that was asked less than the gap ago; never fails. */
    Mono<Void> refreshForUnknownKey() {
        Mono<Void> current = underWay.get();
        if (current != null) {
            return current;
        }
        long last = lastAskedAt;
        return last != Long.MIN_VALUE && clock.millis() - last < gap.toMillis() ? Mono.empty() : refresh();
    }

    /** Reads the keys again; concurrent calls share one reading. Never fails: what was known stays. */
    public Mono<Void> refresh() {
        Mono<Void> reading = Mono.defer(() -> {
                    lastAskedAt = clock.millis();
                    return source;
                })
                .doOnNext(this::replaceBy)
                .doOnError(error -> log.warn("The signing keys can't be read: {}", error.toString()))
                .onErrorComplete()
                .then()
                .doFinally(signal -> underWay.set(null))
                .cache();
        Mono<Void> other = underWay.compareAndExchange(null, reading);
        if (other != null) {
            return other;
        }
        reading.subscribe();
        return reading;
    }

    private void replaceBy(String document) {
        try {
            Map<String, JWSVerifier> read = new HashMap<>();
            for (JWK key : JWKSet.parse(document).getKeys()) {
                boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
                if (key instanceof RSAKey rsa && signs && key.getKeyID() != null) {
                    read.put(key.getKeyID(), new RSASSAVerifier(rsa));
                }
            }
            if (read.isEmpty()) {
                log.warn("The issuer names no RSA signing key; the known ones stay");
            } else {
                verifiers = Map.copyOf(read);
            }
        } catch (ParseException | JOSEException unreadable) {
            log.warn("The issuer's keys are unreadable; the known ones stay: {}", unreadable.toString());
        }
    }
}
