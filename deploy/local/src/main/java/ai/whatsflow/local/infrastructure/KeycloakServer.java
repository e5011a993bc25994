package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Credentials;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.PrivateFile;
import ai.whatsflow.local.process.ManagedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keycloak on PostgreSQL with the realm {@code whatsflow}. */
public record KeycloakServer(
        Home home,
        Ports ports,
        Archives archives,
        Databases databases,
        Credentials credentials,
        List<String> clients,
        Http http)
        implements Component {

    public static final String DATABASE = "keycloak";
    public static final String ADMIN = "admin";

    @Override
    public ManagedProcess process() {
        return new ManagedProcess("keycloak", home);
    }

    @Override
    public List<Integer> listensOn() {
        return List.of(ports.of(Port.KEYCLOAK), ports.of(Port.KEYCLOAK_MANAGEMENT));
    }

    @Override
    public void launch() {
        Path installation = distribution().installation(home.data("keycloak"));
        Path realms = home.root().resolve("deploy/keycloak");
        PrivateFile.write(
                installation.resolve("data/import/whatsflow-realm.json"), new Realm(realms).withLocalOverlay());
        process()
                .launch(
                        KeycloakDistribution.command(installation, List.of("start", "--optimized", "--import-realm")),
                        environment());
    }

    /** Unpacks and optimises the distribution; takes half a minute the first time. */
    public void unpack() {
        distribution().optimised();
    }

    @Override
    public Health health() {
        Health ready = http.probe(ports.url(Port.KEYCLOAK_MANAGEMENT) + "/health/ready");
        return ready.up() ? http.probe(ports.url(Port.KEYCLOAK) + "/realms/whatsflow") : ready;
    }

    /** Its first start fills a database, beside services that start too. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    private KeycloakDistribution distribution() {
        return new KeycloakDistribution(home, archives);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("KC_DB_URL", databases.url(DATABASE));
        environment.put("KC_DB_USERNAME", DATABASE);
        environment.put("KC_DB_PASSWORD", credentials.databasePassword(DATABASE));
        environment.put("KC_DB_POOL_MAX_SIZE", "30");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(ports.of(Port.KEYCLOAK)));
        environment.put("KC_HTTP_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(ports.of(Port.KEYCLOAK_MANAGEMENT)));
        environment.put("KC_HOSTNAME", ports.url(Port.KEYCLOAK));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", credentials.secret("keycloak.admin.password"));
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", Integer.toString(ports.of(Port.SMTP)));
        environment.put("SMTP_FROM", "no-reply@whatsflow.local");
        environment.put("WHATSFLOW_APP_URL", ports.url(Port.APP));
        environment.put("WHATSFLOW_ADMIN_URL", ports.url(Port.ADMIN));
        environment.put("WHATSFLOW_LANDING_URL", ports.url(Port.LANDING));
        clients.forEach(client -> environment.put(
                client.toUpperCase(Locale.ROOT).replace('-', '_') + "_CLIENT_SECRET",
                credentials.clientSecret(client)));
        return environment;
    }
}
