package ai.whatsflow.node.registry;

import ai.whatsflow.node.engine.EngineDescription;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a process says about itself once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Registration(
        UUID bootId,
        URI url,
        List<EngineDescription> engines,
        int maxDevices,
        @Nullable String region,
        Map<String, String> labels) {}
