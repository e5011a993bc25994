package ai.whatsflow.platform.security;

/**
 * Another service that acts for itself. It opens only handlers that name it in {@link OnlyClients}.
 *
 * @param clientId its Keycloak client: the service's name
 */
public record ServiceCaller(String clientId) {}
