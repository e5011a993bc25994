package ai.whatsflow.simulator.web;

import ai.whatsflow.simulator.SimulatorProperties;
import ai.whatsflow.simulator.device.DeviceSocketServer;
import ai.whatsflow.simulator.network.NetworkReport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/simulator/v1")
class SimulatorController {

    record Status(boolean simulated, long seed, int devicePort, int connections, long devicesOnline) {}

    private final SimulatorProperties properties;
    private final DeviceSocketServer server;
    private final NetworkReport report;

    SimulatorController(SimulatorProperties properties, DeviceSocketServer server, NetworkReport report) {
        this.properties = properties;
        this.server = server;
        this.report = report;
    }

    @GetMapping
    Status status() {
        return new Status(true, properties.seed(), server.port(), server.connections(), report.online());
    }
}
