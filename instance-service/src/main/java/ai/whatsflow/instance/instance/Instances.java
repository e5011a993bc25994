package ai.whatsflow.instance.instance;

import ai.whatsflow.platform.paging.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The instances; deleted ones are found only by those who lock them. */
public interface Instances {

    /** @param accounts whose instances to show, or null for everyone's */
    List<Instance> list(UUID @Nullable [] accounts, @Nullable SessionState state, PageRequest page);

    Optional<Instance> find(UUID id);

    Instance insert(UUID accountId, String name, String engine, UUID createdBy);

    int count(UUID accountId);

    /** Locks them, in the order of their ids. */
    List<Instance> lock(Collection<UUID> ids);

    void saveAll(List<Instance> changed);
}
