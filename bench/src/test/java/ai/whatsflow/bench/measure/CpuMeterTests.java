package ai.whatsflow.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CpuMeterTests {

    @Test
    void addsOwnTimeAndThatOfEndedChildren() {
        String stat = "4242 (post) gres: (x)) S 1 2 3 4 5 6 7 8 9 10 100 20 3 4 20 0 1 0 555 1 1";

        assertThat(CpuMeter.ticks(stat)).isEqualTo(127);
    }

    @Test
    void seesWorkOfThisProcess() throws Exception {
        long micros = new CpuMeter(List.of(ProcessHandle.current())).micros(CpuMeterTests::burnAFewTicks);

        assertThat(micros).isGreaterThanOrEqualTo(50_000);
    }

    private static void burnAFewTicks() {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long until = threads.getCurrentThreadCpuTime() + 100_000_000;
        while (threads.getCurrentThreadCpuTime() < until) {
            Thread.onSpinWait();
        }
    }
}
