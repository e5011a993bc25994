package ai.whatsflow.instance.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The messages in their lanes; every statement is about many at once. */
interface Dispatches {

    /** A message that was not there before; one for an instance that is not the account's has failed already. */
    record Inserted(UUID messageId, UUID instanceId, UUID accountId, long position, DispatchStatus status) {}

    /** Messages of a lane that were given to a node and have no outcome. */
    record Open(UUID instanceId, long oldest, int count) {}

    /** A part of a lane to read: so many messages after this position. */
    record Slice(UUID instanceId, long after, int most) {}

    /** An open message whose time is over or whose instance is gone; submitted if a node may have got it. */
    record Overdue(UUID messageId, UUID instanceId, boolean deleted, boolean submitted) {}

    List<Inserted> insert(List<QueuedMessage> messages);

    Map<UUID, Open> open(Collection<Lane> lanes);

    /** The next messages of each lane, in order. */
    Map<UUID, List<Dispatch>> next(Collection<Slice> slices);

    /** Locks messages that have to end, in the order of their ids; those that others are ending are left out. */
    List<Overdue> lockOverdue(int limit);
}
