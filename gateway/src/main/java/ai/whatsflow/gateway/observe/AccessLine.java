package ai.whatsflow.gateway.observe;

import org.jspecify.annotations.Nullable;

/** What the access log tells of one request: no query, no token, no body. */
record AccessLine(
        long at,
        String method,
        String path,
        String route,
        int status,
        boolean complete,
        long durationNanos,
        long bytes,
        String client,
        @Nullable String account,
        @Nullable String user,
        @Nullable String apiKey,
        @Nullable String problem,
        String requestId,
        String traceId) {

    private static final int TYPICAL_LENGTH = 512;

    String json(TimeText time) {
        StringBuilder line = new StringBuilder(TYPICAL_LENGTH);
        line.append("{\"@timestamp\":\"").append(time.of(at)).append("\",\"log.logger\":\"access\"");
        text(line, "http.request.method", method);
        text(line, "url.path", path);
        text(line, "route", route);
        line.append(",\"http.response.status_code\":").append(status);
        line.append(",\"complete\":").append(complete);
        line.append(",\"durationMicros\":").append(durationNanos / 1_000);
        line.append(",\"http.response.bytes\":").append(bytes);
        text(line, "client.address", client);
        text(line, "accountId", account);
        text(line, "userId", user);
        text(line, "apiKeyId", apiKey);
        text(line, "problem", problem);
        text(line, "requestId", requestId);
        text(line, "traceId", traceId);
        return line.append("}\n").toString();
    }

    private static void text(StringBuilder line, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        line.append(",\"").append(name).append("\":\"");
        if (plain(value)) {
            line.append(value).append('"');
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\') {
                line.append('\\').append(character);
            } else if (character < ' ') {
                line.append(' ');
            } else {
                line.append(character);
            }
        }
        line.append('"');
    }

    private static boolean plain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\' || character < ' ') {
                return false;
            }
        }
        return true;
    }
}
