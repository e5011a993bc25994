package ai.whatsflow.demo;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends secure cookies to the loopback address over plain HTTP, as browsers do and {@link CookieManager} does not. */
final class LoopbackCookies extends CookieHandler {

    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
        return jar.get(uri, headers);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        Map<String, List<String>> open = new HashMap<>(headers);
        open.computeIfPresent("set-cookie", (name, cookies) -> insecure(cookies));
        open.computeIfPresent("Set-Cookie", (name, cookies) -> insecure(cookies));
        jar.put(uri, open);
    }

    private static List<String> insecure(List<String> cookies) {
        return cookies.stream()
                .map(cookie -> cookie.replaceAll("(?i);\\s*secure", ""))
                .toList();
    }
}
