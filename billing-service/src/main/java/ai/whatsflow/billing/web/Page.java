package ai.whatsflow.billing.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a listing; the cursor is opaque and absent on the last page. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Cuts a page out of rows that were read with {@code request.limit() + 1}. */
    public static <R, T> Page<T> of(List<R> rows, PageRequest request, Function<R, UUID> id, Function<R, T> view) {
        boolean more = rows.size() > request.limit();
        List<R> shown = more ? rows.subList(0, request.limit()) : rows;
        String next = more ? PageRequest.cursor(id.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
