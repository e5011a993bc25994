package ai.whatsflow.platform.paging;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. A list is ordered by a unique key alone, a UUIDv7, so that its order is the order of
 * creation. Controllers take one as a parameter; it is read from {@code limit} and {@code cursor}.
 *
 * @param limit the number of items at most
 * @param last the key of the last item of the page before; null asks for the first page
 */
public record PageRequest(int limit, @Nullable UUID last) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    /**
     * For a list whose limit is not the usual one; the caller has checked it.
     *
     * @throws ProblemException 400 when the cursor is not one of ours
     */
    public static PageRequest of(int limit, @Nullable String cursor) {
        return new PageRequest(limit, cursor == null ? null : Cursor.decode(cursor));
    }

    /** The usual limit. */
    static PageRequest usual(int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new ProblemException(
                            PlatformProblem.INVALID, "See errors; each names a field and what would be right.")
                    .at("/limit", "must be between 1 and " + MAX_LIMIT);
        }
        return of(limit, cursor);
    }

    public boolean isFirst() {
        return last == null;
    }

    /** Where a list that runs up continues: {@code key > after}. Below every key on the first page. */
    public UUID after() {
        return last == null ? LOWEST : last;
    }

    /** Where a list that runs down continues: {@code key < before}. Above every key on the first page. */
    public UUID before() {
        return last == null ? HIGHEST : last;
    }

    /** How many rows to read: one more than the limit tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }
}
