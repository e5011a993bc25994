package ai.whatsflow.fault.plan;

import ai.whatsflow.fault.plan.Blow.Freeze;
import ai.whatsflow.fault.plan.Blow.FreezeRelay;
import ai.whatsflow.fault.plan.Blow.Impair;
import ai.whatsflow.fault.plan.Blow.Kill;
import ai.whatsflow.fault.proxy.Direction;
import ai.whatsflow.fault.proxy.Fault;
import ai.whatsflow.fault.proxy.Fault.Kind;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A kind of fault: what breaks, just after what, and for how long. */
public enum Drill {
    /** Between accept, commit and relay, and between consume and commit. */
    MESSAGING_KILLED(Moment.MESSAGE_ACCEPTED, 0, 500) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Kill("messaging-service");
        }
    },
    RELAY_FROZEN(Moment.MESSAGE_ACCEPTED, 20_000, 24_000) {
        @Override
        Blow blow(RandomGenerator random) {
            return new FreezeRelay("messaging-service");
        }
    },
    /** Between the provider's answer and the commit, and between the commit and the relay. */
    BILLING_KILLED(Moment.PAYMENT_CAPTURED, 0, 500) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Kill("billing-service");
        }
    },
    VOUCHER_KILLED(Moment.VOUCHER_REDEEMED, 0, 500) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Kill("voucher-service");
        }
    },
    PAYOUT_KILLED(Moment.PAYMENT_CAPTURED, 0, 500) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Kill("payout-service");
        }
    },
    INSTANCE_KILLED(Moment.MESSAGE_ACCEPTED, 0, 2_000) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Kill("instance-service");
        }
    },
    /** Past a lease, so that nobody could renew. */
    INSTANCE_FROZEN(Moment.ANY, 8_000, 20_000) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Freeze("instance-service");
        }
    },
    ANOTHER_SERVICE_KILLED(Moment.ANY, 0, 2_000) {
        @Override
        Blow blow(RandomGenerator random) {
            List<String> others = List.of("identity-service", "contact-service", "server-registry-service", "gateway");
            return new Kill(others.get(random.nextInt(others.size())));
        }
    },
    NODE_KILLED(Moment.MESSAGE_ACCEPTED, 0, 5_000) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Kill(node(random));
        }
    },
    /** Past its lease: it wakes as somebody who owns nothing any more. */
    NODE_FROZEN(Moment.MESSAGE_ACCEPTED, 18_000, 24_000) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Freeze(node(random));
        }
    },
    /** The node's leases, vault writes and events do not get through. */
    NODE_CUT_OFF(Moment.ANY, 6_000, 22_000) {
        @Override
        Blow blow(RandomGenerator random) {
            String node = node(random);
            return new Impair(
                    List.of(node + ">instance-service", node + ">server-registry-service"),
                    new Fault(Kind.BLACK_HOLE, oneOrBoth(random), 0, random.nextLong()));
        }
    },
    /** Commands do not get through, while leases and events do. */
    PLATFORM_CUT_OFF(Moment.ANY, 6_000, 22_000) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Impair(
                    List.of("instance-service>" + node(random)),
                    new Fault(Kind.BLACK_HOLE, oneOrBoth(random), 0, random.nextLong()));
        }
    },
    KAFKA_KILLED(Moment.MESSAGE_ACCEPTED, 0, 3_000) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Kill("kafka");
        }
    },
    POSTGRESQL_KILLED(Moment.ANY, 0, 3_000) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Kill("postgresql");
        }
    },
    REDIS_GONE(Moment.ANY, 2_000, 6_000) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Kill("redis");
        }
    },
    KEYCLOAK_GONE(Moment.ANY, 1_000, 4_000) {
        @Override
        Blow blow(RandomGenerator random) {
            return new Kill("keycloak");
        }
    },
    /** Any link, any way in which networks fail. */
    LINK_IMPAIRED(Moment.ANY, 4_000, 12_000) {
        @Override
        Blow blow(RandomGenerator random) {
            List<String> links = List.of(
                    "services>kafka",
                    "billing-service>postgresql",
                    "messaging-service>postgresql",
                    "instance-service>postgresql",
                    "billing-service>payhere-simulator",
                    "payhere-simulator>gateway",
                    "gateway>messaging-service",
                    "gateway>billing-service",
                    "gateway>redis",
                    node(random) + ">whatsapp-simulator",
                    node(random) + ">instance-service",
                    "instance-service>" + node(random));
            return new Impair(List.of(links.get(random.nextInt(links.size()))), anyFault(random));
        }
    };

    private final Moment moment;
    private final int least;
    private final int most;

    Drill(Moment moment, int leastMillis, int mostMillis) {
        this.moment = moment;
        this.least = leastMillis;
        this.most = mostMillis;
    }

    abstract Blow blow(RandomGenerator random);

    public Moment moment() {
        return moment;
    }

    int millis(RandomGenerator random) {
        return random.nextInt(least, most + 1);
    }

    /** The form used on command lines: {@code node-frozen}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String node(RandomGenerator random) {
        return "node-" + (1 + random.nextInt(2));
    }

    private static Direction oneOrBoth(RandomGenerator random) {
        return Direction.values()[random.nextInt(Direction.values().length)];
    }

    private static Fault anyFault(RandomGenerator random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        int amount = switch (kind) {
            case DELAY -> random.nextInt(50, 1_000);
            case THROTTLE -> random.nextInt(5_000, 50_000);
            case DROP -> random.nextInt(1, 20);
            case RESET -> random.nextInt(100, 20_000);
            case HALF_OPEN, BLACK_HOLE -> 0;
        };
        return new Fault(kind, oneOrBoth(random), amount, random.nextLong());
    }
}
