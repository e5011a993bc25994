package ai.whatsflow.local.component;

/** Every port of the platform at its place without an offset. */
public enum Port {
    GATEWAY(2152),
    APP(2153),
    ADMIN(5153),
    LANDING(5253),
    MAIL_API(21080),
    SMTP(21025),
    IDENTITY(22001),
    BILLING(22002),
    VOUCHER(22003),
    PAYOUT(22004),
    MESSAGING(22005),
    INSTANCE(22006),
    CONTACT(22007),
    REGISTRY(22008),
    FIRST_NODE(22101),
    FIRST_REPLICA(22201),
    SIMULATOR(23080),
    SIMULATOR_DEVICES(23081),
    PAYHERE_SIMULATOR(23180),
    FAULT_CONTROL(24000),
    FIRST_LINK(24001),
    POSTGRES(25432),
    REDIS(26379),
    KEYCLOAK(28080),
    KEYCLOAK_MANAGEMENT(28090),
    KAFKA(29092),
    KAFKA_CONTROLLER(29093),
    KAFKA_BEHIND_PROXY(29094);

    private final int number;

    Port(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
