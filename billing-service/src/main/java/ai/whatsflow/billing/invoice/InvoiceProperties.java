package ai.whatsflow.billing.invoice;

import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code billing.invoice}.
 *
 * @param series what an issuer's numbers start with
 * @param timeZone where the issuer's year begins
 */
@Validated
@ConfigurationProperties("billing.invoice")
record InvoiceProperties(
        @DefaultValue("WF") @Pattern(regexp = "[A-Z0-9]{1,8}")
        String series,

        @DefaultValue("Asia/Colombo") ZoneId timeZone) {}
