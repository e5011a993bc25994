package ai.whatsflow.messaging.recipient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What asking for members of a group can come to. */
public sealed interface GroupPage {

    /**
     * @param nextCursor null on the last page
     * @param total members in all; on the first page only
     */
    record Members(
            List<String> phones,
            @Nullable String nextCursor,
            @Nullable Long total) implements GroupPage {}

    record Unknown() implements GroupPage {}

    record Unreachable(String reason) implements GroupPage {}
}
