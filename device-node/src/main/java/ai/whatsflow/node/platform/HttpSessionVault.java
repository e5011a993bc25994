package ai.whatsflow.node.platform;

import ai.whatsflow.node.vault.SessionVault;
import ai.whatsflow.node.vault.VaultEntry;
import ai.whatsflow.platform.gathering.Gathering;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;

/**
 * Speaks for many sessions in one request. A take-over begins hundreds at once, and each of them loads its state and
 * saves it again before it says a word: a request for each would keep both ends busy for seconds.
 */
class HttpSessionVault implements SessionVault {

    private record Read(UUID instanceId, long epoch) {}

    private record ReadRequest(List<Read> reads) {}

    private record Write(UUID instanceId, long epoch, long expectedVersion, byte[] state) {

        Read claim() {
            return new Read(instanceId, epoch);
        }
    }

    private record WriteRequest(List<Write> writes) {}

    private enum Outcome {
        FOUND,
        EMPTY,
        SAVED,
        STALE,
        LATER
    }

    private record Result(
            UUID instanceId,
            long epoch,
            Outcome outcome,
            @Nullable Long version,
            byte @Nullable [] state) {

        Read claim() {
            return new Read(instanceId, epoch);
        }
    }

    private record Results(List<Result> results) {}

    private final RestClient instances;
    private static final int MOST = 200;
    private static final long MOST_BYTES = 1_000_000;

    private final Gathering<Read, Result> reads = new Gathering<>(MOST, MOST_BYTES, read -> 0, this::read);
    private final Gathering<Write, Result> writes =
            new Gathering<>(MOST, MOST_BYTES, write -> write.state().length, this::write);

    HttpSessionVault(RestClient instances) {
        this.instances = instances;
    }

    @Override
    public Loaded load(UUID instanceId, long epoch) {
        try {
            Result result = reads.ask(new Read(instanceId, epoch));
            while (result.outcome() == Outcome.LATER) {
                result = reads.ask(result.claim());
            }
            return switch (result.outcome()) {
                case FOUND -> stored(result.version(), result.state());
                case EMPTY -> new Loaded.Nothing();
                case STALE -> new Loaded.Stale();
                default -> new Loaded.Unavailable("an answer to something else");
            };
        } catch (RuntimeException e) {
            return new Loaded.Unavailable(Failures.describe(e));
        }
    }

    @Override
    public Saved save(UUID instanceId, long epoch, long expectedVersion, byte[] state) {
        try {
            Result result = writes.ask(new Write(instanceId, epoch, expectedVersion, state));
            return switch (result.outcome()) {
                case SAVED -> saved(result.version());
                case STALE -> new Saved.Stale();
                default -> new Saved.Unavailable("an answer to something else");
            };
        } catch (RuntimeException e) {
            return new Saved.Unavailable(Failures.describe(e));
        }
    }

    private static Loaded stored(@Nullable Long version, byte @Nullable [] state) {
        return version == null || state == null
                ? new Loaded.Unavailable("an answer without its state")
                : new Loaded.Stored(new VaultEntry(version, state));
    }

    private static Saved saved(@Nullable Long version) {
        return version == null ? new Saved.Unavailable("an answer without its version") : new Saved.Version(version);
    }

    private List<Result> read(List<Read> asked) {
        return ask("/node-api/v1/vault-reads", new ReadRequest(asked), asked, Function.identity());
    }

    private List<Result> write(List<Write> asked) {
        return ask("/node-api/v1/vault-writes", new WriteRequest(asked), asked, Write::claim);
    }

    private <Q> List<Result> ask(String path, Object body, List<Q> asked, Function<Q, Read> claim) {
        Results answer = instances.post().uri(path).body(body).retrieve().body(Results.class);
        Map<Read, Result> results = new HashMap<>();
        if (answer != null) {
            answer.results().forEach(result -> results.put(result.claim(), result));
        }
        return asked.stream()
                .map(claim)
                .map(each -> {
                    Result result = results.get(each);
                    if (result == null) {
                        throw new IllegalStateException("an answer without one of the sessions");
                    }
                    return result;
                })
                .toList();
    }
}
