package ai.whatsflow.gateway.route;

import java.util.Locale;

/** The services behind the gateway, by the names of their {@code whatsflow.services.*} properties. */
public enum ServiceName {
    IDENTITY,
    BILLING,
    VOUCHER,
    PAYOUT,
    MESSAGING,
    INSTANCE,
    CONTACT,
    REGISTRY;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, for metrics, logs and paths. */
    public String label() {
        return label;
    }
}
