package ai.whatsflow.billing.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account of the chart, of one owner where the code has owners and of the house otherwise. */
public record LedgerAccount(LedgerCode code, @Nullable UUID ownerId) {

    private static final UUID HOUSE = new UUID(0, 0);

    public static LedgerAccount of(LedgerCode code) {
        return new LedgerAccount(code, null);
    }

    public static LedgerAccount of(LedgerCode code, UUID ownerId) {
        return new LedgerAccount(code, ownerId);
    }

    static LedgerAccount stored(String code, UUID owner) {
        return new LedgerAccount(LedgerCode.valueOf(code), owner.equals(HOUSE) ? null : owner);
    }

    UUID storedOwner() {
        return ownerId == null ? HOUSE : ownerId;
    }
}
