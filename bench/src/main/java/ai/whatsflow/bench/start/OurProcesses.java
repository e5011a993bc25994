package ai.whatsflow.bench.start;

import ai.whatsflow.bench.measure.CpuMeter;
import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.node.NodeProcess;
import ai.whatsflow.local.process.ManagedProcess;
import ai.whatsflow.local.process.ProcessMemory;
import ai.whatsflow.local.service.Application;
import ai.whatsflow.local.service.ServiceProcess;
import ai.whatsflow.local.stack.LocalStack;
import java.util.List;
import java.util.stream.Stream;

/** Gateway, services and nodes with their supervisors: what is ours on a platform. Neither infrastructure nor simulators. */
record OurProcesses(LocalStack stack) {

    /** CPU since each of them was started. */
    double cpuSeconds() {
        return new CpuMeter(running()).now() / 1e6;
    }

    double pssMegabytes() {
        return running().stream()
                        .mapToLong(
                                process -> ProcessMemory.pssKilobytes(process).orElseThrow())
                        .sum()
                / 1024.0;
    }

    int count() {
        return running().size();
    }

    List<String> names() {
        return stack.components().stream()
                .filter(OurProcesses::isOurs)
                .map(Component::name)
                .toList();
    }

    /** A supervisor that was asked for with its node in one family would count it twice: each process once. */
    private List<ProcessHandle> running() {
        return stack.components().stream()
                .filter(OurProcesses::isOurs)
                .flatMap(OurProcesses::top)
                .flatMap(process -> process.running().stream())
                .toList();
    }

    private static Stream<ManagedProcess> top(Component component) {
        return Stream.of(component instanceof NodeProcess node ? node.supervisor() : component.process());
    }

    private static boolean isOurs(Component component) {
        return component instanceof NodeProcess
                || component instanceof ServiceProcess service
                        && service.application().kind() != Application.Kind.SIMULATOR;
    }
}
