package ai.whatsflow.local.service;

import ai.whatsflow.local.component.Port;
import java.util.Arrays;
import java.util.List;

/** Every application of the platform that runs once; device nodes run several times and are not among them. */
public enum Application {
    WHATSAPP_SIMULATOR("whatsapp-simulator", Port.SIMULATOR, Kind.SIMULATOR),
    PAYHERE_SIMULATOR("payhere-simulator", Port.PAYHERE_SIMULATOR, Kind.SIMULATOR),
    IDENTITY("identity-service", Port.IDENTITY, Kind.SERVICE),
    BILLING("billing-service", Port.BILLING, Kind.SERVICE),
    VOUCHER("voucher-service", Port.VOUCHER, Kind.SERVICE),
    PAYOUT("payout-service", Port.PAYOUT, Kind.SERVICE),
    MESSAGING("messaging-service", Port.MESSAGING, Kind.SERVICE),
    INSTANCE("instance-service", Port.INSTANCE, Kind.SERVICE),
    CONTACT("contact-service", Port.CONTACT, Kind.SERVICE),
    REGISTRY("server-registry-service", Port.REGISTRY, Kind.SERVICE),
    GATEWAY("gateway", Port.GATEWAY, Kind.GATEWAY);

    /** What an application needs around it. */
    public enum Kind {
        /** Stands for the outside world: needs nothing of the platform. */
        SIMULATOR,
        /** Has a database and a client at Keycloak. */
        SERVICE,
        /** Has a client at Keycloak. */
        GATEWAY
    }

    private final String artifact;
    private final Port port;
    private final Kind kind;

    Application(String artifact, Port port, Kind kind) {
        this.artifact = artifact;
        this.port = port;
        this.kind = kind;
    }

    public String artifact() {
        return artifact;
    }

    public Port port() {
        return port;
    }

    public Kind kind() {
        return kind;
    }

    /** Names of the clients that these applications are at Keycloak. */
    public static List<String> clients() {
        return Arrays.stream(values())
                .filter(application -> application.kind != Kind.SIMULATOR)
                .map(Application::artifact)
                .toList();
    }

    /** Names of the databases that these applications own. */
    public static List<String> databases() {
        return Arrays.stream(values())
                .filter(application -> application.kind == Kind.SERVICE)
                .map(Application::artifact)
                .toList();
    }
}
