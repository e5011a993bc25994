package ai.whatsflow.instance.instance.web;

import ai.whatsflow.instance.InstanceProblem;
import ai.whatsflow.instance.instance.QrCode;
import ai.whatsflow.instance.instance.QrCodes;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The code to scan. Whoever can see it can link a phone, so reading is not enough: it takes the right to update. */
@RestController
@RequestMapping("/api/v1/instances/{instanceId}/qr")
@Tag(name = "Instances")
class QrController {

    private final ReachableInstance reachable;
    private final QrCodes qrCodes;

    QrController(ReachableInstance reachable, QrCodes qrCodes) {
        this.reachable = reachable;
        this.qrCodes = qrCodes;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read the QR code that can be scanned now; as image/png it is drawn")
    ResponseEntity<QrResponse> read(Caller caller, @PathVariable UUID instanceId) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(QrResponse.of(current(caller, instanceId)));
    }

    @GetMapping(produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "Draw the QR code that can be scanned now")
    ResponseEntity<byte[]> draw(Caller caller, @PathVariable UUID instanceId) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(QrImage.png(current(caller, instanceId).code()));
    }

    private QrCode current(Caller caller, UUID instanceId) {
        caller.require("instances:update");
        return qrCodes.find(reachable.find(caller, instanceId).id())
                .orElseThrow(() -> new ProblemException(
                        InstanceProblem.QR_NOT_AVAILABLE, "The instance is linked, or its next code is not out yet."));
    }
}
