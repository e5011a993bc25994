package ai.whatsflow.local.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTests {

    @Test
    void showsTimeLevelLoggerAndMessage() {
        assertThat(LogLine.readable("""
                {"@timestamp":"2026-11-21T10:32:13.365123Z","log":{"level":"INFO","logger":"a.B"},"message":"Started\\n"}\
                """)).isEqualTo("2026-11-21T10:32:13.365Z INFO  a.B  Started");
    }

    @Test
    void putsTheStackTraceBelow() {
        assertThat(LogLine.readable("""
                {"@timestamp":"2026-11-21T10:32:13Z","log.level":"ERROR","log.logger":"a.B","message":"No",\
                "error":{"stack_trace":"java.lang.X\\n\\tat a.B"}}\
                """)).isEqualTo("2026-11-21T10:32:13Z ERROR a.B  No\njava.lang.X\n\tat a.B");
    }

    @Test
    void leavesOtherLinesAlone() {
        assertThat(LogLine.readable("redis is ready")).isEqualTo("redis is ready");
        assertThat(LogLine.readable("{\"@timestamp\":\"x\",\"url.path\":\"/\"}"))
                .isEqualTo("{\"@timestamp\":\"x\",\"url.path\":\"/\"}");
    }
}
