package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.invoice.PaymentMethod;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code billing.payment}.
 *
 * @param provider who takes GATEWAY payments
 * @param askAfter how long after opening, and then after each other, an undecided attempt is asked for; the last repeats
 * @param gatewayTimeToLive when an attempt of which the provider knows nothing is given up
 * @param inFlightTimeToLive how much longer one is waited for that the provider has said to be under way
 * @param manualTimeToLive when a manual payment that nobody confirms is given up
 * @param lease how long a worker may take over one attempt before another tries
 * @param workers attempts settled side by side after notifications; none leaves them all to the polling job
 */
@Validated
@ConfigurationProperties("billing.payment")
record PaymentProperties(
        @DefaultValue("PAYHERE") String provider,
        @DefaultValue({"5m", "1h", "1d"}) @NotEmpty List<Duration> askAfter,
        @DefaultValue("24h") Duration gatewayTimeToLive,
        @DefaultValue("7d") Duration inFlightTimeToLive,
        @DefaultValue("7d") Duration manualTimeToLive,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("4") int workers) {

    Duration askAfter(int asks) {
        return askAfter.get(Math.min(asks, askAfter.size() - 1));
    }

    /** Whether the pause after so many questions is the last one, which repeats. */
    boolean repeats(int asks) {
        return asks >= askAfter.size() - 1;
    }

    Duration timeToLive(PaymentMethod method) {
        return method == PaymentMethod.GATEWAY ? gatewayTimeToLive : manualTimeToLive;
    }
}
