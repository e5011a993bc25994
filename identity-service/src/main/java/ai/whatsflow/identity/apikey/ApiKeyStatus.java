package ai.whatsflow.identity.apikey;

public enum ApiKeyStatus {
    ACTIVE,
    REVOKED
}
