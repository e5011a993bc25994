package ai.whatsflow.fault.load;

import ai.whatsflow.demo.Answer;
import ai.whatsflow.demo.Waiting;
import ai.whatsflow.fault.load.Market.Customer;
import ai.whatsflow.fault.plan.Moment;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A customer who redeems vouchers and buys, half of the time partly with that credit. */
record Buying(
        Market market, Customer customer, Insistence insistence, Checkout checkout, Tally tally, Moments moments) {

    private static final Duration PAUSE = Duration.ofMillis(1_500);

    void run(BooleanSupplier goesOn) {
        for (int i = 1; goesOn.getAsBoolean(); i++) {
            boolean credited = i % 2 == 0 && redeem();
            String purchase = checkout.buy(customer, credited);
            if (purchase != null) {
                tally.paid(purchase);
            }
            Waiting.pause(PAUSE);
        }
    }

    /** Whether the wallet holds a voucher's worth now. */
    private boolean redeem() {
        String code = market.voucherCodes().poll();
        if (code == null) {
            return false;
        }
        Answer answer = insistence.post(customer.session(), "/api/v1/redemptions", Map.of("code", code));
        if (answer == null) {
            return false;
        }
        tally.redeemed(answer.at("/redemptionId"));
        moments.happened(Moment.VOUCHER_REDEEMED);
        return insistence.insist(
                        "credit of a voucher",
                        () -> customer.session()
                                        .get("/api/v1/wallet")
                                        .at("/available/amount")
                                        .equals(Market.VOUCHER_VALUE)
                                ? Boolean.TRUE
                                : null)
                != null;
    }
}
