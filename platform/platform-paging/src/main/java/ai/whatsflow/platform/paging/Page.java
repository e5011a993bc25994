package ai.whatsflow.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, and where the rest begins.
 *
 * @param nextCursor asks for the page after this one; null on the last, and written as null
 */
public record Page<T>(
        List<T> items,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(nullable = true, description = "Hand it back as cursor; null on the last page")
        @Nullable
        String nextCursor) {

    /**
     * Cuts a page out of rows that were read for {@link PageRequest#rows()}.
     *
     * @param key what the list is ordered by
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<? super T, UUID> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(items, Cursor.encode(key.apply(items.getLast())));
    }

    /** The same page with each item as callers see it. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), nextCursor);
    }
}
