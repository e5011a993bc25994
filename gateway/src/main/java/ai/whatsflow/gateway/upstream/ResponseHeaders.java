package ai.whatsflow.gateway.upstream;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The headers of an answer: the service's without those of the connection, those that tell what runs inside, and those
 * that the gateway sets itself. A Location inside the house becomes a path.
 */
final class ResponseHeaders {

    private static final HeaderNames DROPPED = HeaderNames.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Server",
            "X-Powered-By",
            "Set-Cookie",
            "X-Request-Id",
            "traceparent",
            "RateLimit",
            "RateLimit-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-XSS-Protection",
            "Referrer-Policy",
            "Strict-Transport-Security",
            "Content-Security-Policy");

    private static final String CACHE_CONTROL = "Cache-Control";

    private ResponseHeaders() {}

    static void copy(HttpHeaders from, org.springframework.http.HttpHeaders to, String serviceUrl) {
        List<String> named = from.getAll(HttpHeaderNames.CONNECTION);
        Iterator<Map.Entry<CharSequence, CharSequence>> entries = from.iteratorCharSequence();
        while (entries.hasNext()) {
            Map.Entry<CharSequence, CharSequence> entry = entries.next();
            CharSequence name = entry.getKey();
            if (forwards(name) && !RequestHeaders.namedByConnection(named, name)) {
                to.add(name.toString(), value(name, entry.getValue().toString(), serviceUrl));
            }
        }
        if (!to.containsHeader(CACHE_CONTROL)) {
            to.set(CACHE_CONTROL, "no-store");
        }
    }

    static boolean forwards(CharSequence name) {
        return !DROPPED.contains(name) && !HeaderNames.startsWith(name, "access-control-");
    }

    private static String value(CharSequence name, String value, String serviceUrl) {
        boolean inside = HttpHeaderNames.LOCATION.contentEqualsIgnoreCase(name)
                && value.startsWith(serviceUrl)
                && (value.length() == serviceUrl.length() || value.charAt(serviceUrl.length()) == '/');
        return inside ? value.substring(serviceUrl.length()) : value;
    }
}
