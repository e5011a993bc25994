package ai.whatsflow.messaging.quota;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account may send in the month it is in.
 *
 * @param limit null is unlimited
 */
record Allowance(UUID accountId, QuotaMonth month, @Nullable Long limit) {

    /** The limit, or a number that no count reaches. */
    long most() {
        return limit == null ? Long.MAX_VALUE / 2 : limit;
    }
}
