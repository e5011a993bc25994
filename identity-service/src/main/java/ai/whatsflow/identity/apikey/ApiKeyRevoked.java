package ai.whatsflow.identity.apikey;

/** The key works no more. */
public record ApiKeyRevoked(ApiKey apiKey) {}
