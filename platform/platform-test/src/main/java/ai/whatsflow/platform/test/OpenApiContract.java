package ai.whatsflow.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** What a service serves as its OpenAPI document, against what is committed under {@code contracts/http}. */
public final class OpenApiContract {

    private OpenApiContract() {}

    /**
     * Fails when the served document is not OpenAPI 3.1, an operation has no summary, or it differs from the committed
     * one. {@code -Dcontracts.write=true} commits it anew instead.
     */
    public static void assertCommitted(String service, ApiClient api) {
        JsonNode document = api.get("/v3/api-docs", null).expect(200).json();
        if (!document.path("openapi").asString("").startsWith("3.1")) {
            throw new AssertionError("not OpenAPI 3.1: " + document.path("openapi"));
        }
        document.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (operation.path("summary").asString("").isBlank()) {
                        throw new AssertionError(method + " " + path + " has no summary");
                    }
                }));
        String served = api.get("/v3/api-docs.yaml", null)
                .expect(200)
                .text()
                .replaceFirst("(?m)^servers:\\R(- .*\\R|  .*\\R)+", "");
        Path file = EventContracts.directory().resolve("http/" + service + ".openapi.yaml");
        try {
            if (Boolean.getBoolean("contracts.write")) {
                Files.writeString(file, served);
            }
            if (!Files.exists(file) || !Files.readString(file).equals(served)) {
                throw new AssertionError(file + " is not what is served: run the test with -Dcontracts.write=true");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
