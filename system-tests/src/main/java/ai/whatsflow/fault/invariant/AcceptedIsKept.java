package ai.whatsflow.fault.invariant;

import ai.whatsflow.fault.load.Market.Customer;
import ai.whatsflow.fault.load.Tally.Accepted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was answered with yes is there, and nothing else is. */
final class AcceptedIsKept implements Invariant {

    @Override
    public String sentence() {
        return "every accepted request was kept, exactly once";
    }

    @Override
    public List<String> violations(Evidence evidence) throws SQLException {
        List<String> violations = new ArrayList<>(evidence.tally().givenUp());
        for (Customer customer : evidence.market().senders()) {
            Map<String, Integer> kept = new HashMap<>();
            evidence.databases()
                    .rows(
                            "messaging-service",
                            "SELECT coalesce(batch_id, id) AS id, count(*) AS messages FROM messages"
                                    + " WHERE account_id = ?::uuid GROUP BY 1",
                            customer.accountId())
                    .forEach(row -> kept.put(
                            String.valueOf(row.get("id")), Integer.parseInt(String.valueOf(row.get("messages")))));
            for (Accepted accepted : evidence.tally().accepted()) {
                if (accepted.account().equals(customer.accountId())) {
                    Integer messages = kept.remove(accepted.id());
                    if (messages == null || messages != accepted.messages()) {
                        violations.add(accepted + " is kept as " + messages);
                    }
                }
            }
            kept.forEach((id, messages) -> violations.add(messages + " messages of " + id + " nobody was told of"));
        }
        return violations;
    }
}
