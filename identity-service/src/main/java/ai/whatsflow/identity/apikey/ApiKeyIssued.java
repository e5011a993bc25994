package ai.whatsflow.identity.apikey;

/** A new key works. */
public record ApiKeyIssued(ApiKey apiKey) {}
