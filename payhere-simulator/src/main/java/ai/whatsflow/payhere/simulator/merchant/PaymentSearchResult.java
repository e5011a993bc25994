package ai.whatsflow.payhere.simulator.merchant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** PayHere's envelope: {@code status} 1 means found; otherwise there is no {@code data}. */
record PaymentSearchResult(int status, String msg, @Nullable List<RetrievedPayment> data) {}
