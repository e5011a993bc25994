package ai.whatsflow.gateway.token;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The gateway's own client-credentials token. Concurrent callers share one request; it is renewed in the background
 * once it has lived four fifths of its life, and used until it ends when the renewal fails. Thread-safe.
 */
public final class OwnToken {

    /** A token as the issuer gave it. */
    public record Granted(String value, Duration lifetime) {}

    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Mono<Granted> source;
    private final Clock clock;
    private final AtomicReference<@Nullable Mono<Held>> underWay = new AtomicReference<>();
    private volatile @Nullable Held held;

    /** @param source asks the issuer once per subscription */
    public OwnToken(Mono<Granted> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    public Mono<String> get() {
        Held current = held;
        long now = clock.millis();
        if (current == null || now >= current.endsAt) {
            return renew().map(Held::value);
        }
        if (now >= current.renewAt) {
            renew();
        }
        return Mono.just(current.value);
    }

    /** Forgets a token that a service has refused. */
    public void refused(String value) {
        Held current = held;
        if (current != null && current.value.equals(value)) {
            held = null;
        }
    }

    private Mono<Held> renew() {
        Mono<Held> asking =
                source.map(this::hold).doFinally(signal -> underWay.set(null)).cache();
        Mono<Held> other = underWay.compareAndExchange(null, asking);
        if (other != null) {
            return other;
        }
        asking.subscribe(renewed -> {}, failed -> {});
        return asking;
    }

    private Held hold(Granted granted) {
        long now = clock.millis();
        long life = Math.max(0, granted.lifetime.minus(MARGIN).toMillis());
        Held fresh = new Held(granted.value, now + life * 4 / 5, now + life);
        held = fresh;
        return fresh;
    }

    private record Held(String value, long renewAt, long endsAt) {}
}
