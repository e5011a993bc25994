package ai.whatsflow.node.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The engines that this node offers, by name. */
@Component
public class Engines {

    private final Map<String, WhatsAppEngine> byName;

    public Engines(List<WhatsAppEngine> engines) {
        byName = engines.stream()
                .collect(Collectors.toUnmodifiableMap(
                        engine -> engine.description().name(), Function.identity()));
    }

    public Optional<WhatsAppEngine> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<EngineDescription> descriptions() {
        return byName.values().stream().map(WhatsAppEngine::description).toList();
    }
}
