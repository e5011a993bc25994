package ai.whatsflow.billing.payment.payhere;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code billing.payhere}.
 *
 * @param baseUrl the sandbox, the live host, or a simulator
 * @param merchantSecret signs checkouts and notifications
 * @param appSecret opens the merchant API, with the app id
 * @param notifyUrl where PayHere reaches this platform's gateway
 */
@Validated
@ConfigurationProperties("billing.payhere")
record PayHereProperties(
        @NotNull URI baseUrl,
        @NotBlank String merchantId,
        @NotBlank String merchantSecret,
        @NotBlank String appId,
        @NotBlank String appSecret,
        @NotNull URI notifyUrl,
        @NotNull URI returnUrl,
        @NotNull URI cancelUrl,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout) {

    @Override
    public String toString() {
        return "PayHere at " + baseUrl + " as merchant " + merchantId;
    }
}
