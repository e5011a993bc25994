package ai.whatsflow.payhere.simulator.merchant;

import ai.whatsflow.payhere.simulator.order.Order;
import ai.whatsflow.payhere.simulator.order.Payer;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A payment as the retrieval API shows it, with its number-typed id and its misspelt {@code fist_name}. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RetrievedPayment(
        long paymentId,
        String orderId,
        String date,
        String description,
        String status,
        String currency,
        BigDecimal amount,
        Customer customer,
        AmountDetail amountDetail,
        PaymentMethod paymentMethod) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Colombo"));

    static RetrievedPayment of(Order order) {
        Payer payer = order.payer();
        return new RetrievedPayment(
                Objects.requireNonNull(order.paymentId()),
                order.orderId(),
                DATE.format(order.changedAt()),
                order.items(),
                order.status().name(),
                order.currency(),
                order.amount(),
                Customer.of(payer),
                AmountDetail.of(order),
                new PaymentMethod("VISA", payer.firstName() + " " + payer.lastName(), "************1292"));
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Customer(
            @JsonProperty("fist_name") String firstName,
            String lastName,
            String email,
            String phone,
            DeliveryDetails deliveryDetails) {
        static Customer of(Payer payer) {
            return new Customer(
                    payer.firstName(),
                    payer.lastName(),
                    payer.email(),
                    payer.phone(),
                    new DeliveryDetails(payer.address(), payer.city(), payer.country()));
        }
    }

    record DeliveryDetails(String address, String city, String country) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AmountDetail(
            String currency,
            BigDecimal gross,
            BigDecimal fee,
            BigDecimal net,
            int exchangeRate,
            String exchangeFrom,
            String exchangeTo) {
        private static final BigDecimal FEE_RATE = new BigDecimal("0.029");

        static AmountDetail of(Order order) {
            BigDecimal fee = order.amount().multiply(FEE_RATE).setScale(2, RoundingMode.HALF_UP);
            return new AmountDetail(
                    order.currency(),
                    order.amount(),
                    fee,
                    order.amount().subtract(fee),
                    1,
                    order.currency(),
                    order.currency());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PaymentMethod(String method, String cardCustomerName, String cardNo) {}
}
