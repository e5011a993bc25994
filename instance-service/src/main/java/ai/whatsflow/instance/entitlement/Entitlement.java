package ai.whatsflow.instance.entitlement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account may use.
 *
 * @param expired the subscription has ended, whatever its period says
 * @param devices how many instances it may have; null means unlimited
 */
public record Entitlement(
        UUID accountId,
        UUID subscriptionId,
        long version,
        boolean expired,
        @Nullable Integer devices,
        Instant periodStart,
        Instant periodEnd) {

    public boolean isValidAt(Instant now) {
        return !expired && now.isBefore(periodEnd);
    }

    public boolean hasRoomFor(int existingDevices) {
        return devices == null || existingDevices < devices;
    }
}
