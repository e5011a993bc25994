package ai.whatsflow.gateway.upstream;

import ai.whatsflow.gateway.exchange.RequestContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a service gets: the caller's without those of the connection and without every one that only the
 * gateway may say. Forwarding claims are replaced by the address that the gateway itself has seen.
 */
final class RequestHeaders {

    private static final HeaderNames DROPPED = HeaderNames.of(
            // of the connection
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "HTTP2-Settings",
            "Expect",
            "Host",
            // the credential is put in again after it was checked; nothing here uses cookies
            "Authorization",
            "X-API-Key",
            "Cookie",
            // said by the gateway or by nobody
            "X-Request-Id",
            "traceparent",
            "Forwarded",
            "X-Real-IP",
            "X-Client-IP",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "X-HTTP-Method",
            "X-Method-Override");

    private RequestHeaders() {}

    static void copy(HttpHeaders from, HttpHeaders to, RequestContext context) {
        List<String> named = from.getAll(HttpHeaderNames.CONNECTION);
        boolean traced = context.trace().inherited();
        Iterator<Map.Entry<CharSequence, CharSequence>> entries = from.iteratorCharSequence();
        while (entries.hasNext()) {
            Map.Entry<CharSequence, CharSequence> entry = entries.next();
            CharSequence name = entry.getKey();
            boolean stale = !traced && HeaderNames.startsWith(name, "tracestate");
            if (!stale && forwards(name) && !namedByConnection(named, name)) {
                to.add(name, entry.getValue());
            }
        }
        to.set("X-Forwarded-For", context.clientAddress());
        to.set("X-Request-Id", context.requestId());
        to.set("traceparent", context.trace().header());
        String authorization = context.authorization();
        if (authorization != null) {
            to.set(HttpHeaderNames.AUTHORIZATION, authorization);
        }
    }

    static boolean forwards(CharSequence name) {
        return !DROPPED.contains(name)
                && !HeaderNames.startsWith(name, "x-forwarded-")
                && !HeaderNames.startsWith(name, "x-internal-")
                && !HeaderNames.startsWith(name, "x-whatsflow-");
    }

    /** The Connection header can declare any other header to be of the connection (RFC 9110, 7.6.1). */
    static boolean namedByConnection(@Nullable List<String> connection, CharSequence name) {
        if (connection == null || connection.isEmpty()) {
            return false;
        }
        for (String value : connection) {
            if (value.equalsIgnoreCase("keep-alive") || value.equalsIgnoreCase("close")) {
                continue;
            }
            for (String option : value.split(",")) {
                if (option.strip().equalsIgnoreCase(name.toString())) {
                    return true;
                }
            }
        }
        return false;
    }
}
