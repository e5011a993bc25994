package ai.whatsflow.platform.problem;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
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

    static <T> Outcome<T> of(T result) {
        return new Done<>(result);
    }

    static <T> Outcome<T> refused(ProblemException problem) {
        return new Refused<>(problem);
    }

    /** @throws ProblemException if it was refused */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T result) -> result;
            case Refused<T>(ProblemException problem) -> throw problem;
        };
    }

    default <U> Outcome<U> map(Function<? super T, ? extends U> function) {
        return switch (this) {
            case Done<T>(T result) -> of(function.apply(result));
            case Refused<T>(ProblemException problem) -> refused(problem);
        };
    }

    /** The results of those that went well, in their order. */
    static <T> List<T> results(List<Outcome<T>> outcomes) {
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
        return each(outcomes, step, (before, after) -> after);
    }

    /** The same, with what was before the step joined to what came of it. */
    static <T, U, V> List<Outcome<V>> each(
            List<Outcome<T>> outcomes, Function<List<T>, List<Outcome<U>>> step, BiFunction<T, U, V> join) {
        List<T> good = results(outcomes);
        Iterator<Outcome<U>> next = (good.isEmpty() ? List.<Outcome<U>>of() : step.apply(good)).iterator();
        List<Outcome<V>> after = new ArrayList<>(outcomes.size());
        for (Outcome<T> outcome : outcomes) {
            after.add(
                    switch (outcome) {
                        case Done<T>(T result) -> next.next().map(more -> join.apply(result, more));
                        case Refused<T>(ProblemException problem) -> refused(problem);
                    });
        }
        return after;
    }
}
