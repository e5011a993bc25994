package ai.whatsflow.payout.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page; {@code nextCursor} is null on the last. */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {
    /** Cuts a page out of rows that were read with one more than the limit. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, UUID> key, Function<R, T> view) {
        if (rows.size() <= limit) {
            return new Page<>(rows.stream().map(view).toList(), null);
        }
        List<R> shown = rows.subList(0, limit);
        return new Page<>(shown.stream().map(view).toList(), Cursor.write(key.apply(shown.getLast())));
    }
}
