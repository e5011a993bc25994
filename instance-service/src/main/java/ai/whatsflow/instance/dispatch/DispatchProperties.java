package ai.whatsflow.instance.dispatch;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param gap by engine; {@code other} for those not named
 * @param burst how much a lane may catch up after it was looked at late
 * @param batch messages of one lane in one look
 * @param inFlight messages of one lane whose outcome may be open at once
 * @param lanes lanes in one look
 * @param claim how long a replica has a lane for itself; longer than the time-outs of a call to a node
 * @param resendAfter without any outcome for this long, what was given to the node is given again
 * @param retention how long dispatches are kept
 */
@Validated
@ConfigurationProperties("instance.dispatch")
public record DispatchProperties(
        @DefaultValue Map<String, Gap> gap,
        @DefaultValue("200ms") Duration burst,
        @DefaultValue("100") @Min(1) int batch,
        @DefaultValue("500") @Min(1) int inFlight,
        @DefaultValue("200") @Min(1) int lanes,
        @DefaultValue("10s") Duration claim,
        @DefaultValue("15s") Duration resendAfter,
        @DefaultValue("30d") Duration retention) {

    private static final Gap CAUTIOUS = new Gap(Duration.ofSeconds(3), Duration.ofSeconds(8));

    public DispatchProperties {
        gap = Map.copyOf(gap);
    }

    Gap gapOf(String engine) {
        Gap own = gap.get(engine);
        return own != null ? own : gap.getOrDefault("other", CAUTIOUS);
    }
}
