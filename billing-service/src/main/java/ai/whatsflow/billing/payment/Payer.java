package ai.whatsflow.billing.payment;

/** Who stands at the provider's checkout; never stored. */
public record Payer(
        String firstName, String lastName, String email, String phone, String address, String city, String country) {}
