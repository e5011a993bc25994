package ai.whatsflow.billing.payment.web;

import ai.whatsflow.billing.payment.Payer;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Who will stand at the provider's page; handed on, never stored. */
public record PayerRequest(
        @Schema(example = "Nimal") @NotBlank @Size(max = 100)
        String firstName,

        @Schema(example = "Perera") @NotBlank @Size(max = 100)
        String lastName,

        @Schema(example = "nimal@example.lk") @NotBlank @Email @Size(max = 200)
        String email,

        @Schema(example = "+94771234567") @NotBlank @Size(max = 30)
        String phone,

        @Schema(example = "1 Galle Road") @NotBlank @Size(max = 200)
        String address,

        @Schema(example = "Colombo") @NotBlank @Size(max = 100)
        String city,

        @Schema(example = "Sri Lanka") @NotBlank @Size(max = 100)
        String country) {

    public Payer payer() {
        return new Payer(firstName, lastName, email, phone, address, city, country);
    }
}
