package ai.whatsflow.payhere.simulator.order;

/** The person at the hosted payment page. */
public record Payer(
        String firstName, String lastName, String email, String phone, String address, String city, String country) {}
