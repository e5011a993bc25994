package ai.whatsflow.gateway.exchange;

import org.springframework.http.HttpHeaders;

/** Response headers that tell a browser to treat answers as data and nothing else. A service can't change them. */
final class SecurityHeaders {

    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String DOCS_POLICY = "default-src 'self'; img-src 'self' data:;"
            + " style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

    private SecurityHeaders() {}

    static void add(String path, HttpHeaders headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.set("Content-Security-Policy", path.startsWith("/docs") ? DOCS_POLICY : API_POLICY);
    }
}
