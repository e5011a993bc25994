package ai.whatsflow.node.platform;

import ai.whatsflow.node.vault.SessionVault;
import ai.whatsflow.node.vault.VaultEntry;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/**
 * Asks for so many sessions at a time only. A take-over begins hundreds at once; what overflows the accept queue at the
 * other end is tried again by TCP a second later, and what does not would only wait there instead of here.
 */
class HttpSessionVault implements SessionVault {

    private static final int AT_ONCE = 32;

    private static final String PATH = "/node-api/v1/vault/{instanceId}";

    private record Entry(long version, byte[] state) {}

    private record SaveRequest(long epoch, long expectedVersion, byte[] state) {}

    private record SaveAnswer(long version) {}

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final RestClient instances;

    HttpSessionVault(RestClient instances) {
        this.instances = instances;
    }

    @Override
    public Loaded load(UUID instanceId, long epoch) {
        try {
            Entry entry = inPlace(() -> instances
                    .get()
                    .uri(PATH + "?epoch={epoch}", instanceId, epoch)
                    .retrieve()
                    .body(Entry.class));
            return entry == null
                    ? new Loaded.Unavailable("an empty answer")
                    : new Loaded.Stored(new VaultEntry(entry.version(), entry.state()));
        } catch (RestClientResponseException e) {
            return switch (HttpStatus.resolve(e.getStatusCode().value())) {
                case NOT_FOUND -> new Loaded.Nothing();
                case CONFLICT -> new Loaded.Stale();
                case null, default -> new Loaded.Unavailable(Failures.describe(e));
            };
        } catch (RuntimeException e) {
            return new Loaded.Unavailable(Failures.describe(e));
        }
    }

    @Override
    public Saved save(UUID instanceId, long epoch, long expectedVersion, byte[] state) {
        try {
            SaveAnswer answer = inPlace(() -> instances
                    .put()
                    .uri(PATH, instanceId)
                    .body(new SaveRequest(epoch, expectedVersion, state))
                    .retrieve()
                    .body(SaveAnswer.class));
            return answer == null ? new Saved.Unavailable("an empty answer") : new Saved.Version(answer.version());
        } catch (RestClientResponseException e) {
            return e.getStatusCode().value() == HttpStatus.CONFLICT.value()
                    ? new Saved.Stale()
                    : new Saved.Unavailable(Failures.describe(e));
        } catch (RuntimeException e) {
            return new Saved.Unavailable(Failures.describe(e));
        }
    }

    private <T> @Nullable T inPlace(Supplier<@Nullable T> call) {
        places.acquireUninterruptibly();
        try {
            return call.get();
        } finally {
            places.release();
        }
    }
}
