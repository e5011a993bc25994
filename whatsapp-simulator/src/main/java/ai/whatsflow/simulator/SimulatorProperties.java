package ai.whatsflow.simulator;

import ai.whatsflow.simulator.network.Conditions;
import ai.whatsflow.simulator.network.Conditions.Loss;
import ai.whatsflow.simulator.network.Conditions.Range;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param devicePort 0 takes any free port
 * @param pushWindow receipts and inbound messages that may be on their way to a device without its acknowledgement
 * @param silence a device that says nothing for this long is disconnected
 */
@Validated
@ConfigurationProperties("simulator")
public record SimulatorProperties(
        @DefaultValue("127.0.0.1") String deviceAddress,
        @Min(0) @Max(65535) int devicePort,
        long seed,
        Path dataDirectory,
        @DefaultValue Pairing pairing,
        @DefaultValue Latency latency,
        @DefaultValue("64KB") DataSize maxFrame,
        @Min(1) @DefaultValue("500") int pushWindow,
        @DefaultValue("90s") Duration silence,
        @DefaultValue("10s") Duration helloWithin) {

    /** WhatsApp shows the first code for a minute, each later one for 20 seconds, six in all. */
    public record Pairing(
            @DefaultValue("60s") Duration firstCode,
            @DefaultValue("20s") Duration nextCode,
            @Min(1) @DefaultValue("6") int codes) {}

    public record Latency(
            @DefaultValue("20ms") Duration deliveredMin,
            @DefaultValue("200ms") Duration deliveredMax,
            @DefaultValue("200ms") Duration readMin,
            @DefaultValue("1500ms") Duration readMax) {}

    Conditions conditions() {
        return new Conditions(
                new Range(latency.deliveredMin(), latency.deliveredMax()),
                new Range(latency.readMin(), latency.readMax()),
                new Loss(0, 0));
    }
}
