package ai.whatsflow.instance.instance.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of instances; {@code nextCursor} is null on the last one. */
record InstancePage(
        List<InstanceResponse> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
