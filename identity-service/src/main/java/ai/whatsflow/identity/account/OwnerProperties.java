package ai.whatsflow.identity.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Who owns the platform; read at the very first start only. */
@Validated
@ConfigurationProperties("identity.owner")
public record OwnerProperties(
        @NotBlank @Email String email, @NotBlank String name) {}
