package ai.whatsflow.simulator.web;

import ai.whatsflow.simulator.device.PairingDesk;
import ai.whatsflow.simulator.network.InboundSent;
import ai.whatsflow.simulator.network.NetworkReport;
import ai.whatsflow.simulator.network.PhoneNumber;
import ai.whatsflow.simulator.network.SendRequest;
import ai.whatsflow.simulator.network.WhatsAppNetwork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Plays the people: their phones scan codes and write messages. */
@RestController
@RequestMapping("/simulator/v1/phones/{phone}")
class PhonesController {

    record ScanRequest(@NotBlank String qr) {}

    record ScanResponse(boolean simulated, PhoneNumber phone, String deviceId) {}

    record MessageRequest(
            @NotBlank String to,
            @NotBlank @Size(max = SendRequest.MAX_TEXT) String text) {}

    record MessageResponse(boolean simulated, String whatsappId, long devices) {}

    private final PairingDesk pairingDesk;
    private final WhatsAppNetwork network;
    private final NetworkReport report;

    PhonesController(PairingDesk pairingDesk, WhatsAppNetwork network, NetworkReport report) {
        this.pairingDesk = pairingDesk;
        this.network = network;
        this.report = report;
    }

    @PostMapping("/scans")
    @ResponseStatus(HttpStatus.CREATED)
    ScanResponse scan(@PathVariable String phone, @Valid @RequestBody ScanRequest request) {
        PhoneNumber number = Numbers.required(phone);
        return pairingDesk
                .scan(request.qr(), number)
                .map(deviceId -> new ScanResponse(true, number, deviceId))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "no device shows this code: it expired, was used, or never was"));
    }

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    MessageResponse write(@PathVariable String phone, @Valid @RequestBody MessageRequest request) {
        PhoneNumber to = Numbers.required(request.to());
        if (!report.linked(to)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no device is linked to " + to);
        }
        InboundSent sent = network.phoneSends(Numbers.required(phone), to, request.text());
        return new MessageResponse(true, sent.whatsappId(), sent.devices());
    }
}
