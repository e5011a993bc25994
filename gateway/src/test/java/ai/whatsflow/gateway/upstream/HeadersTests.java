package ai.whatsflow.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.exchange.RequestContext;
import ai.whatsflow.gateway.exchange.TraceParent;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTests {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection",
                "Keep-Alive",
                "TRANSFER-ENCODING",
                "te",
                "Trailer",
                "Upgrade",
                "Proxy-Authorization",
                "Authorization",
                "x-api-key",
                "Cookie",
                "Host",
                "X-Forwarded-For",
                "X-Forwarded-Anything",
                "Forwarded",
                "X-Real-IP",
                "X-Internal-User",
                "X-Whatsflow-Account",
                "X-HTTP-Method-Override",
                "X-Original-URL"
            })
    void dropsWhatIsOfTheConnectionOrTheGatewaysToSay(String name) {
        assertThat(RequestHeaders.forwards(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "content-type",
                "Idempotency-Key",
                "If-Match",
                "Last-Event-ID",
                "X-Custom",
                "tracestate"
            })
    void forwardsTheRest(String name) {
        assertThat(RequestHeaders.forwards(name)).isTrue();
    }

    @Test
    void saysItselfWhoCallsFromWhere() {
        HttpHeaders from = new DefaultHttpHeaders()
                .add("Authorization", "Bearer stolen")
                .add("X-Forwarded-For", "6.6.6.6")
                .add("X-Request-Id", "theirs")
                .add("tracestate", "vendor=1")
                .add("Accept", "application/json");
        HttpHeaders to = new DefaultHttpHeaders();

        RequestHeaders.copy(from, to, context(TraceParent.of(null, 0)));

        assertThat(to.get("X-Forwarded-For")).isEqualTo("198.51.100.7");
        assertThat(to.get("X-Request-Id")).isEqualTo("request-1");
        assertThat(to.get("traceparent")).isNotNull();
        assertThat(to.get("tracestate")).as("it belongs to another trace").isNull();
        assertThat(to.get("Authorization")).as("nobody was authenticated").isNull();
        assertThat(to.get("Accept")).isEqualTo("application/json");
    }

    @Test
    void passesATraceOnWithItsState() {
        HttpHeaders to = new DefaultHttpHeaders();

        RequestHeaders.copy(
                new DefaultHttpHeaders().add("traceparent", TRACE).add("tracestate", "vendor=1"),
                to,
                context(TraceParent.of(TRACE, 0)));

        assertThat(to.getAll("traceparent")).containsExactly(TRACE);
        assertThat(to.get("tracestate")).isEqualTo("vendor=1");
    }

    @Test
    void dropsWhatTheConnectionHeaderNames() {
        HttpHeaders to = new DefaultHttpHeaders();

        RequestHeaders.copy(
                new DefaultHttpHeaders().add("Connection", "close, X-Secret").add("X-Secret", "1"),
                to,
                context(TraceParent.of(null, 0)));

        assertThat(to.contains("X-Secret")).isFalse();
    }

    @Test
    void cleansAnswers() {
        org.springframework.http.HttpHeaders to = new org.springframework.http.HttpHeaders();
        to.set("X-Content-Type-Options", "nosniff");
        to.add("Vary", "Origin");

        ResponseHeaders.copy(
                new DefaultHttpHeaders()
                        .add("Server", "Tomcat")
                        .add("Transfer-Encoding", "chunked")
                        .add("Set-Cookie", "a=b")
                        .add("Access-Control-Allow-Origin", "*")
                        .add("X-Content-Type-Options", "sniff")
                        .add("Vary", "Accept-Encoding")
                        .add("Location", "http://service:1/api/v1/messages/7")
                        .add("ETag", "\"3\""),
                to,
                "http://service:1");

        assertThat(to.headerNames())
                .containsExactlyInAnyOrder("X-Content-Type-Options", "Vary", "Location", "ETag", "Cache-Control");
        assertThat(to.get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(to.get("Vary")).containsExactly("Origin", "Accept-Encoding");
        assertThat(to.getFirst("Location")).isEqualTo("/api/v1/messages/7");
        assertThat(to.getFirst("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void leavesLocationsElsewhereAlone() {
        org.springframework.http.HttpHeaders to = new org.springframework.http.HttpHeaders();

        ResponseHeaders.copy(
                new DefaultHttpHeaders().add("Location", "http://service:11/x").add("Cache-Control", "max-age=5"),
                to,
                "http://service:1");

        assertThat(to.getFirst("Location")).isEqualTo("http://service:11/x");
        assertThat(to.getFirst("Cache-Control")).isEqualTo("max-age=5");
    }

    private static RequestContext context(TraceParent trace) {
        return new RequestContext(0, "request-1", trace, "198.51.100.7");
    }
}
