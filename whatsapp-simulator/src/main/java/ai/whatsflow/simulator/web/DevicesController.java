package ai.whatsflow.simulator.web;

import ai.whatsflow.simulator.network.Ending;
import ai.whatsflow.simulator.network.NetworkReport;
import ai.whatsflow.simulator.network.NetworkReport.DeviceView;
import ai.whatsflow.simulator.network.WhatsAppNetwork;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/simulator/v1/devices")
class DevicesController {

    record Response(boolean simulated, @JsonUnwrapped DeviceView device) {}

    private final WhatsAppNetwork network;
    private final NetworkReport report;

    DevicesController(WhatsAppNetwork network, NetworkReport report) {
        this.network = network;
        this.report = report;
    }

    @GetMapping
    Listing<DeviceView> list(
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Listing.of(report.devices(Numbers.optional(phone), Listing.position(cursor), Listing.limit(limit)));
    }

    @GetMapping("/{deviceId}")
    Response get(@PathVariable String deviceId) {
        return new Response(true, report.device(deviceId).orElseThrow(DevicesController::unknown));
    }

    @PostMapping("/{deviceId}/log-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(@PathVariable String deviceId) {
        end(deviceId, Ending.LOGGED_OUT);
    }

    @PostMapping("/{deviceId}/ban")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ban(@PathVariable String deviceId) {
        end(deviceId, Ending.BANNED);
    }

    @PostMapping("/{deviceId}/cut")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cut(@PathVariable String deviceId) {
        end(deviceId, Ending.CUT);
    }

    private void end(String deviceId, Ending ending) {
        if (!network.end(deviceId, ending)) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such device");
    }
}
