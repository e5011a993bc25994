package ai.whatsflow.serverregistry.server.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of servers; {@code nextCursor} is null on the last one. */
record ServerPage(
        List<ServerResponse> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
