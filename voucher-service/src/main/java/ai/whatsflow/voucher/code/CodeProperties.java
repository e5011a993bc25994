package ai.whatsflow.voucher.code;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param pepper key of the code hash; not kept in the database. Changing it makes every code issued before unknown.
 */
@Validated
@ConfigurationProperties("voucher.code")
public record CodeProperties(@NotBlank @Size(min = 16) String pepper) {
    @Override
    public String toString() {
        return "CodeProperties[…]";
    }
}
