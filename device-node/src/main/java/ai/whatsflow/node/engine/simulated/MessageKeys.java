package ai.whatsflow.node.engine.simulated;

import ai.whatsflow.node.engine.Fence;
import ai.whatsflow.node.engine.Fence.Save;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys a device numbers its messages with, and the state that remembers them: a block is saved before its first key
 * is taken. What could not be saved has not happened here. Not thread-safe.
 */
final class MessageKeys {

    private final Fence fence;
    private @Nullable DeviceState saved;
    private long next;

    /** @param saved what the device was resumed from; null for one that is still to be linked */
    MessageKeys(@Nullable DeviceState saved, Fence fence) {
        this.saved = saved;
        this.fence = fence;
    }

    @Nullable
    DeviceState state() {
        return saved;
    }

    Save linked(DeviceState fresh) {
        Save outcome = fence.save(fresh.bytes());
        if (outcome == Save.SAVED) {
            saved = fresh;
            next = 1;
        }
        return outcome;
    }

    /** Starts above every key that may have been used before. */
    Save resume() {
        return reserveAbove(0);
    }

    /** WhatsApp has seen keys through this one. */
    void passed(long lastKey) {
        next = Math.max(next, lastKey + 1);
    }

    /** Makes sure that the next key may be taken. */
    Save reserve() {
        return next <= known().keysReservedThrough() ? Save.SAVED : reserveAbove(next - 1);
    }

    long take() {
        return next++;
    }

    Save loggedOut(String reason) {
        return saved == null
                ? Save.SAVED
                : fence.save(saved.loggedOutBecause(reason).bytes());
    }

    private Save reserveAbove(long lastKey) {
        DeviceState reserved = known().withBlockAbove(lastKey);
        Save outcome = fence.save(reserved.bytes());
        if (outcome == Save.SAVED) {
            passed(reserved.keysReservedThrough() - DeviceState.BLOCK);
            saved = reserved;
        }
        return outcome;
    }

    private DeviceState known() {
        return Objects.requireNonNull(saved, "not linked");
    }
}
