package ai.whatsflow.identity.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some of a list, and where the rest begins. */
public record Page<T>(
        List<T> items,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(nullable = true, description = "hand it back as cursor; null on the last page")
        @Nullable
        String nextCursor) {

    /** Cuts a page out of rows that were read with one more than the limit. */
    public static <T> Page<T> of(List<T> rows, Slice slice, Function<T, UUID> id) {
        if (rows.size() <= slice.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, slice.limit()));
        return new Page<>(items, Cursor.encode(id.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }
}
