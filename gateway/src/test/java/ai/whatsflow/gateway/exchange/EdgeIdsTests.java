package ai.whatsflow.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeIdsTests {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(
            strings = {"12345678", "3f2a-77.b_C9", "0123456789012345678901234567890123456789012345678901234567890123"})
    void keepsASaneRequestId(String offered) {
        assertThat(RequestId.of(offered)).isEqualTo(offered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "with space 1",
                "new\nline1234",
                "quote\"1234",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void replacesAnyOtherRequestId(String offered) {
        assertThat(RequestId.of(offered)).isNotEqualTo(offered).hasSize(32);
    }

    @Test
    void makesDistinctIds() {
        assertThat(RequestId.of(null)).isNotEqualTo(RequestId.of(null));
    }

    @Test
    void inheritsAWellFormedTrace() {
        TraceParent trace = TraceParent.of(TRACE, 0);

        assertThat(trace.header()).isEqualTo(TRACE);
        assertThat(trace.inherited()).isTrue();
        assertThat(trace.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "nonsense"
            })
    void beginsANewTraceInsteadOfAMalformedOne(String offered) {
        TraceParent trace = TraceParent.of(offered, 0);

        assertThat(trace.inherited()).isFalse();
        assertThat(trace.header()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void samplesAsConfigured() {
        assertThat(TraceParent.of(null, 1).header()).endsWith("-01");
        assertThat(TraceParent.of(null, 0).header()).endsWith("-00");
    }
}
