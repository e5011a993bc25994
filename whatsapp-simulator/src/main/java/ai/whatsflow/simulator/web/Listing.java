package ai.whatsflow.simulator.web;

import ai.whatsflow.simulator.network.NetworkReport.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A page of a list; the cursor is a position, opaque to the caller. */
record Listing<T>(
        boolean simulated, List<T> items, @Nullable String nextCursor) {

    private static final int MAX = 10_000;

    static <T> Listing<T> of(Page<T> page) {
        Integer next = page.next();
        return new Listing<>(true, page.items(), next == null ? null : next.toString());
    }

    static int position(@Nullable String cursor) {
        try {
            int position = cursor == null ? 0 : Integer.parseInt(cursor);
            if (position < 0) {
                throw new NumberFormatException();
            }
            return position;
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the cursor is not one of ours");
        }
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MAX) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "limit is 1 to " + MAX);
        }
        return limit;
    }
}
