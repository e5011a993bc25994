package ai.whatsflow.gateway.directory;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which plan each account is on, from its subscription. One writer, any number of readers. */
@Component
public class Plans {

    private final Map<UUID, Subscribed> subscriptions = new ConcurrentHashMap<>();

    /** Keeps the newest version; a plan of null says that the subscription has run out. */
    public void put(UUID accountId, long version, @Nullable String plan) {
        subscriptions.merge(
                accountId,
                new Subscribed(version, plan),
                (known, told) -> told.version >= known.version ? told : known);
    }

    public @Nullable String of(UUID accountId) {
        Subscribed subscribed = subscriptions.get(accountId);
        return subscribed == null ? null : subscribed.plan;
    }

    private record Subscribed(long version, @Nullable String plan) {}
}
