package ai.whatsflow.node.registry;

import ai.whatsflow.node.identity.DataDirectory;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Measures the machine this process runs on; what cannot be measured is 0. */
@Component
class Machine {

    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Path data;

    Machine(DataDirectory directory) {
        this.data = directory.path();
    }

    double cpu() {
        return share(system.getCpuLoad());
    }

    /** What is neither free nor to be had back from caches. */
    double memory() {
        try {
            List<String> lines = Files.readAllLines(MEMINFO);
            double total = kilobytes(lines, "MemTotal:");
            return share(1 - kilobytes(lines, "MemAvailable:") / total);
        } catch (IOException | RuntimeException e) {
            return share(1 - (double) system.getFreeMemorySize() / system.getTotalMemorySize());
        }
    }

    double disk() {
        try {
            FileStore store = Files.getFileStore(data);
            return share(1 - (double) store.getUsableSpace() / store.getTotalSpace());
        } catch (IOException e) {
            return 0;
        }
    }

    long openFiles() {
        return system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
    }

    private static double kilobytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private static double share(double value) {
        return Double.isFinite(value) ? Math.clamp(value, 0, 1) : 0;
    }
}
