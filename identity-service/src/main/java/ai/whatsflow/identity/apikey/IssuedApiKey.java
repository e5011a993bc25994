package ai.whatsflow.identity.apikey;

/** A new key with its text, which exists here and in the answer to the request only. */
public record IssuedApiKey(ApiKey key, String text) {

    @Override
    public String toString() {
        return key.toString();
    }
}
