package ai.whatsflow.local.service;

import ai.whatsflow.local.component.Credentials;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.Home;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables that each application is started with. */
public record ServiceEnvironment(Home home, Ports ports, Credentials credentials) {

    public static final String OWNER_EMAIL = "owner@whatsflow.local";

    private static final Map<String, Port> SERVICES = Map.of(
            "IDENTITY", Port.IDENTITY,
            "BILLING", Port.BILLING,
            "VOUCHER", Port.VOUCHER,
            "PAYOUT", Port.PAYOUT,
            "MESSAGING", Port.MESSAGING,
            "INSTANCE", Port.INSTANCE,
            "CONTACT", Port.CONTACT,
            "REGISTRY", Port.REGISTRY);

    public Map<String, String> of(Application application) {
        Map<String, String> environment = listening(ports.of(application.port()));
        if (application.kind() != Application.Kind.SIMULATOR) {
            platform(environment, application.artifact());
        }
        if (application.kind() == Application.Kind.SERVICE) {
            database(environment, application.artifact());
        }
        environment.putAll(particular(application));
        environment.putAll(new EnvironmentFile(home, application.artifact()).variables());
        return environment;
    }

    /** What every JVM of the platform gets. */
    public Map<String, String> listening(int port) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        return environment;
    }

    public String keycloakIssuer() {
        return ports.url(Port.KEYCLOAK) + "/realms/whatsflow";
    }

    private void platform(Map<String, String> environment, String client) {
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Port.KAFKA));
        environment.put("WHATSFLOW_SECURITY_KEYCLOAK_ISSUER", keycloakIssuer());
        environment.put("WHATSFLOW_SECURITY_INTERNAL_ISSUER", ports.url(Port.IDENTITY));
        environment.put("WHATSFLOW_SECURITY_CLIENT_ID", client);
        environment.put("WHATSFLOW_SECURITY_CLIENT_SECRET", credentials.clientSecret(client));
        SERVICES.forEach((name, port) -> environment.put("WHATSFLOW_SERVICES_" + name + "_URL", ports.url(port)));
    }

    private void database(Map<String, String> environment, String service) {
        environment.put(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/" + service);
        environment.put("SPRING_DATASOURCE_USERNAME", service);
        environment.put("SPRING_DATASOURCE_PASSWORD", credentials.databasePassword(service));
    }

    private Map<String, String> particular(Application application) {
        return switch (application) {
            case IDENTITY ->
                Map.of(
                        "IDENTITY_KEYCLOAK_ADMIN_URL",
                        ports.url(Port.KEYCLOAK),
                        "IDENTITY_OWNER_EMAIL",
                        OWNER_EMAIL,
                        "IDENTITY_OWNER_NAME",
                        "WhatsFlow",
                        "IDENTITY_API_KEY_PEPPER",
                        credentials.pepper("identity.api-key.pepper"),
                        "WHATSFLOW_ENCRYPTION_KEYS",
                        credentials.encryptionKeys("identity-service"));
            case BILLING -> billing();
            case VOUCHER ->
                Map.of(
                        "VOUCHER_CODE_PEPPER",
                        credentials.pepper("voucher.code.pepper"),
                        "WHATSFLOW_ENCRYPTION_KEYS",
                        credentials.encryptionKeys("voucher-service"));
            case INSTANCE -> Map.of("WHATSFLOW_ENCRYPTION_KEYS", credentials.encryptionKeys("instance-service"));
            case GATEWAY ->
                Map.of(
                        "SPRING_DATA_REDIS_HOST",
                        "127.0.0.1",
                        "SPRING_DATA_REDIS_PORT",
                        Integer.toString(ports.of(Port.REDIS)),
                        "GATEWAY_CORS_ALLOWED_ORIGINS",
                        String.join(",", ports.url(Port.APP), ports.url(Port.ADMIN), ports.url(Port.LANDING)));
            case WHATSAPP_SIMULATOR ->
                Map.of(
                        "SIMULATOR_DEVICE_PORT",
                        Integer.toString(ports.of(Port.SIMULATOR_DEVICES)),
                        "SIMULATOR_SEED",
                        "42",
                        "SIMULATOR_DATA_DIRECTORY",
                        dataDirectory("whatsapp-simulator"));
            case PAYHERE_SIMULATOR -> payhereSimulator();
            case PAYOUT, MESSAGING, CONTACT, REGISTRY -> Map.of();
        };
    }

    private Map<String, String> billing() {
        return Map.of(
                "BILLING_PAYHERE_BASE_URL",
                ports.url(Port.PAYHERE_SIMULATOR),
                "BILLING_PAYHERE_MERCHANT_ID",
                merchantId(),
                "BILLING_PAYHERE_MERCHANT_SECRET",
                credentials.secret("payhere.merchant.secret"),
                "BILLING_PAYHERE_APP_ID",
                credentials.secret("payhere.app.id"),
                "BILLING_PAYHERE_APP_SECRET",
                credentials.secret("payhere.app.secret"),
                "BILLING_PAYHERE_NOTIFY_URL",
                ports.url(Port.GATEWAY) + "/api/v1/payments/payhere/notify");
    }

    private Map<String, String> payhereSimulator() {
        return Map.of(
                "PAYHERE_MERCHANT_ID",
                merchantId(),
                "PAYHERE_MERCHANT_SECRET",
                credentials.secret("payhere.merchant.secret"),
                "PAYHERE_APP_ID",
                credentials.secret("payhere.app.id"),
                "PAYHERE_APP_SECRET",
                credentials.secret("payhere.app.secret"),
                "PAYHERE_DATA_DIRECTORY",
                dataDirectory("payhere-simulator"));
    }

    private String merchantId() {
        return credentials.digits("payhere.merchant.id", 7);
    }

    private String dataDirectory(String name) {
        return Home.created(home.data(name)).toString();
    }
}
