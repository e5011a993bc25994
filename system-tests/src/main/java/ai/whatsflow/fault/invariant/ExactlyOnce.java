package ai.whatsflow.fault.invariant;

import ai.whatsflow.fault.invariant.Evidence.Delivery;
import ai.whatsflow.fault.load.Market.Customer;
import ai.whatsflow.fault.load.Market.Device;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** WhatsApp got each accepted message once, or the message ended with a reason and WhatsApp never got it. */
final class ExactlyOnce implements Invariant {

    private static final int EXPIRED = 1;
    private static final int FAILED = 2;
    private static final int READ = 5;

    private static final String MESSAGES = """
            SELECT m.id, m.recipient, coalesce(m.text, b.text) AS text, m.status, m.reason
            FROM messages m LEFT JOIN message_batches b ON b.id = m.batch_id
            WHERE m.account_id = ?::uuid AND m.instance_id = ?::uuid""";

    @Override
    public String sentence() {
        return "every accepted message reached WhatsApp exactly once, or ended with a reason";
    }

    @Override
    public List<String> violations(Evidence evidence) throws SQLException {
        List<String> violations = new ArrayList<>();
        for (Customer customer : evidence.market().senders()) {
            for (Device device : customer.devices()) {
                Map<String, List<Delivery>> delivered = new HashMap<>();
                evidence.deliveriesOf(device.phone())
                        .forEach(delivery -> delivered
                                .computeIfAbsent(
                                        key(delivery.recipient(), delivery.text()), unused -> new ArrayList<>())
                                .add(delivery));
                for (Map<String, String> row :
                        evidence.databases().rows("messaging-service", MESSAGES, customer.accountId(), device.id())) {
                    judge(row, delivered.remove(key(row.get("recipient"), row.get("text"))), violations);
                }
                delivered.values().forEach(extra -> violations.add("WhatsApp got what nobody sent: " + extra));
            }
        }
        return violations;
    }

    static void judge(
            Map<String, String> row,
            @org.jspecify.annotations.Nullable List<Delivery> deliveries,
            List<String> violations) {
        int status = Integer.parseInt(String.valueOf(row.get("status")));
        if (deliveries == null) {
            boolean ended = (status == EXPIRED || status == FAILED)
                    && !String.valueOf(row.get("reason")).isEmpty();
            if (!ended) {
                violations.add("message " + row.get("id") + " has status " + status + " and never reached WhatsApp");
            }
        } else if (deliveries.size() > 1) {
            violations.add("message " + row.get("id") + " reached WhatsApp " + deliveries.size() + " times");
        } else if (status != READ || !deliveries.getFirst().read()) {
            violations.add(
                    "message " + row.get("id") + " has status " + status + ", WhatsApp says " + deliveries.getFirst());
        }
    }

    private static String key(
            @org.jspecify.annotations.Nullable String recipient, @org.jspecify.annotations.Nullable String text) {
        return recipient + "|" + text;
    }
}
