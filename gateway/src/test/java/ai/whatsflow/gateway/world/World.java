package ai.whatsflow.gateway.world;

import ai.whatsflow.gateway.route.ServiceName;
import ai.whatsflow.platform.test.FreePorts;
import ai.whatsflow.platform.test.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** One for the JVM: real Kafka and Redis, an issuer with real keys, a stub for each service. */
public final class World {

    private static final World SHARED = new World();

    private final TestKafka kafka = TestKafka.shared();
    private final StandInKeycloak keycloak = new StandInKeycloak();
    private final Map<ServiceName, StubService> services = new EnumMap<>(ServiceName.class);
    private final IdentityFeed identity;
    private final int redisPort = FreePorts.next();
    private @Nullable RedisServer redis;
    private @Nullable RunningGateway gateway;

    private World() {
        for (ServiceName name : ServiceName.values()) {
            services.put(name, new StubService());
        }
        identity = new IdentityFeed(kafka.bootstrapServers());
        startRedis();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopRedis));
    }

    public static World shared() {
        return SHARED;
    }

    /** A gateway with everything as it is in production, shared by tests that don't disturb it. */
    public synchronized RunningGateway gateway() {
        RunningGateway running = gateway;
        if (running == null) {
            running = start();
            gateway = running;
        }
        return running;
    }

    /** Another gateway on the same Redis, Kafka and services. */
    public RunningGateway start(String... properties) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.port", "0");
        all.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
        all.put("spring.data.redis.port", Integer.toString(redisPort));
        all.put("whatsflow.security.keycloak-issuer", keycloak.issuer());
        all.put("whatsflow.security.client-secret", "secret");
        all.put("gateway.cors.allowed-origins", "https://app.whatsflow.test");
        all.put("gateway.token.key-refresh-gap", "100ms");
        services.forEach((name, stub) -> all.put("whatsflow.services." + name.label() + ".url", stub.url()));
        for (String property : properties) {
            String[] pair = property.split("=", 2);
            all.put(pair[0], pair[1]);
        }
        return RunningGateway.start(all);
    }

    public StandInKeycloak keycloak() {
        return keycloak;
    }

    public IdentityFeed identity() {
        return identity;
    }

    public StubService service(ServiceName name) {
        StubService stub = services.get(name);
        if (stub == null) {
            throw new IllegalStateException(name.label());
        }
        return stub;
    }

    public int redisPort() {
        return redisPort;
    }

    public void startRedis() {
        try {
            RedisServer started = RedisServer.newRedisServer()
                    .port(redisPort)
                    .setting("save \"\"")
                    .setting("bind 127.0.0.1")
                    .build();
            started.start();
            redis = started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void stopRedis() {
        RedisServer running = redis;
        if (running != null) {
            try {
                running.stop();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            redis = null;
        }
    }
}
