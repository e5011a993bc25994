package ai.whatsflow.gateway.route;

import ai.whatsflow.gateway.directory.Tier;
import java.util.EnumSet;
import java.util.Set;

/** Who may use a route at all. The services decide again, by permission and by account. */
public enum Access {
    /** Nobody needs a token, and none is forwarded. */
    ANYONE(EnumSet.noneOf(Tier.class)),
    SIGNED_IN(EnumSet.allOf(Tier.class)),
    STAFF(EnumSet.of(Tier.OWNER, Tier.EMPLOYEE)),
    STAFF_AND_DEALERS(EnumSet.of(Tier.OWNER, Tier.EMPLOYEE, Tier.SUBDEALER));

    private final Set<Tier> tiers;

    Access(Set<Tier> tiers) {
        this.tiers = tiers;
    }

    public boolean needsToken() {
        return this != ANYONE;
    }

    public boolean admits(Tier tier) {
        return tiers.contains(tier);
    }
}
