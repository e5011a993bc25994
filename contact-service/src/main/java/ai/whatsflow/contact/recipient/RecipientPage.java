package ai.whatsflow.contact.recipient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of recipients.
 *
 * @param total how many there are in all; on the first page only
 */
public record RecipientPage(
        List<Recipient> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
        @Nullable Long total) {}
