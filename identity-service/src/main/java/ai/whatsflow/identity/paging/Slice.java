package ai.whatsflow.identity.paging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted: at most {@code limit} rows with ids below {@code before}, newest first. */
public record Slice(int limit, @Nullable UUID before) {

    public static Slice of(int limit, @Nullable String cursor) {
        return new Slice(limit, cursor == null ? null : Cursor.decode(cursor));
    }

    /** One row more than asked for tells whether there is a next page. */
    public int rowsToRead() {
        return limit + 1;
    }
}
