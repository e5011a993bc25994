package ai.whatsflow.platform.problem;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * What became of one of many that are worked on together: its result, or the problem that refuses it alone.
 *
 * @param <T> the result
 */
public sealed interface Outcome<T> {

    /** It went well. */
    record Done<T>(T result) implements Outcome<T> {}

    /** It had no effect. */
    record Refused<T>(ProblemException problem) implements Outcome<T> {}

    /** @throws ProblemException if it was refused */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T result) -> result;
            case Refused<T>(ProblemException problem) -> throw problem;
        };
    }

    default <U> Outcome<U> map(Function<? super T, ? extends U> function) {
        return switch (this) {
            case Done<T>(T result) -> new Done<>(function.apply(result));
            case Refused<T>(ProblemException problem) -> new Refused<>(problem);
        };
    }

    /** The results of those that went well, in their order. */
    static <T> List<T> done(List<Outcome<T>> outcomes) {
        List<T> results = new ArrayList<>(outcomes.size());
        for (Outcome<T> outcome : outcomes) {
            if (outcome instanceof Done<T>(T result)) {
                results.add(result);
            }
        }
        return results;
    }

    /**
     * Goes on with all that went well so far, together; what was refused stays so, in its place.
     *
     * @param step answers each of its inputs, in their order; not called when there is none
     */
    static <T, U> List<Outcome<U>> each(List<Outcome<T>> outcomes, Function<List<T>, List<Outcome<U>>> step) {
        List<T> good = done(outcomes);
        Iterator<Outcome<U>> next = (good.isEmpty() ? List.<Outcome<U>>of() : step.apply(good)).iterator();
        List<Outcome<U>> after = new ArrayList<>(outcomes.size());
        for (Outcome<T> outcome : outcomes) {
            after.add(
                    switch (outcome) {
                        case Done<T> done -> next.next();
                        case Refused<T>(ProblemException problem) -> new Refused<>(problem);
                    });
        }
        return after;
    }
}
