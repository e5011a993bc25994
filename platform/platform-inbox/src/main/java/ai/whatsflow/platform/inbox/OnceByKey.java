package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.problem.Outcome;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Runs requests inside the caller's transaction, those whose key has an answer not again. Thread-safe. */
class OnceByKey {

    /**
     * A request.
     *
     * @param hash of the body, which a repetition has to bring again
     */
    record Keyed<R>(IdempotencyKey key, byte[] hash, R request) {

        boolean hasKey() {
            return key.value() != null;
        }
    }

    private final IdempotencyKeys keys;
    private final JsonMapper mapper;

    OnceByKey(IdempotencyKeys keys, JsonMapper mapper) {
        this.keys = keys;
        this.mapper = mapper;
    }

    <R> Keyed<R> keyed(IdempotencyKey key, @Nullable Object body, R request) {
        return new Keyed<>(key, key.value() == null ? new byte[0] : hash(body), request);
    }

    /** @param effect answers each of the requests that have no answer yet, in their order */
    <R> List<Outcome<ResponseEntity<?>>> run(
            List<Keyed<R>> requests, Function<List<R>, List<Outcome<ResponseEntity<?>>>> effect) {
        return Outcome.each(lock(requests), held -> answer(held, effect));
    }

    /** Of several with one key the first one gets it, as if the others had come while it ran. */
    private <R> List<Outcome<Keyed<R>>> lock(List<Keyed<R>> requests) {
        List<IdempotencyKey> wanted = requests.stream()
                .filter(Keyed::hasKey)
                .map(Keyed::key)
                .distinct()
                .toList();
        List<Boolean> locked = keys.tryLock(wanted);
        Set<IdempotencyKey> free = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (locked.get(i)) {
                free.add(wanted.get(i));
            }
        }
        List<Outcome<Keyed<R>>> outcomes = new ArrayList<>(requests.size());
        for (Keyed<R> request : requests) {
            outcomes.add(
                    request.hasKey() && !free.remove(request.key())
                            ? Outcome.refused(inFlight())
                            : Outcome.of(request));
        }
        return outcomes;
    }

    private <R> List<Outcome<ResponseEntity<?>>> answer(
            List<Keyed<R>> held, Function<List<R>, List<Outcome<ResponseEntity<?>>>> effect) {
        Map<IdempotencyKey, StoredAnswer> stored =
                keys.find(held.stream().filter(Keyed::hasKey).map(Keyed::key).toList());
        List<Keyed<R>> fresh = held.stream()
                .filter(request -> !stored.containsKey(request.key()))
                .toList();
        List<Outcome<ResponseEntity<?>>> made = fresh.isEmpty()
                ? List.of()
                : effect.apply(fresh.stream().map(Keyed::request).toList());
        store(fresh, made);
        Iterator<Outcome<ResponseEntity<?>>> next = made.iterator();
        List<Outcome<ResponseEntity<?>>> outcomes = new ArrayList<>(held.size());
        for (Keyed<R> request : held) {
            StoredAnswer before = stored.get(request.key());
            outcomes.add(before == null ? next.next() : before.replay(request.hash(), mapper));
        }
        return outcomes;
    }

    private <R> void store(List<Keyed<R>> fresh, List<Outcome<ResponseEntity<?>>> made) {
        Map<IdempotencyKey, StoredAnswer> answers = new LinkedHashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            Keyed<R> request = fresh.get(i);
            if (request.hasKey() && made.get(i) instanceof Outcome.Done<ResponseEntity<?>>(ResponseEntity<?> answer)) {
                answers.put(request.key(), StoredAnswer.of(request.hash(), answer, mapper));
            }
        }
        keys.add(answers);
    }

    private static ProblemException inFlight() {
        return new ProblemException(
                        PlatformProblem.REQUEST_IN_FLIGHT, "The first request with this key is still running.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private byte[] hash(@Nullable Object body) {
        try {
            String text = body == null ? "" : mapper.writeValueAsString(body);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
