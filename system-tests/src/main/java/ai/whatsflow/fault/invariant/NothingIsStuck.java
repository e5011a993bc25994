package ai.whatsflow.fault.invariant;

import ai.whatsflow.demo.Answer;
import ai.whatsflow.fault.load.Market.Customer;
import ai.whatsflow.fault.load.Market.Device;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whatever was on its way when a part broke has come to an end. */
final class NothingIsStuck implements Invariant {

    private record Query(String service, String what, String sql) {}

    private static final List<Query> UNFINISHED = List.of(
            new Query("messaging-service", "expansion", "SELECT batch_id, attempts, due_at FROM expansions"),
            new Query(
                    "instance-service",
                    "dispatch",
                    "SELECT message_id, instance_id, status FROM dispatches d"
                            + " WHERE status = 'PENDING' AND EXISTS (SELECT FROM instances i WHERE i.id = d.instance_id"
                            + " AND i.state = 'ONLINE')"),
            new Query(
                    "billing-service",
                    "payment",
                    "SELECT payment_id, status FROM payments p"
                            + " WHERE status IN ('PENDING', 'UNKNOWN')"
                            + " AND EXISTS (SELECT FROM payment_triggers t WHERE t.payment_id = p.payment_id)"),
            new Query(
                    "billing-service",
                    "trigger",
                    "SELECT trigger_id, status, due_at FROM payment_triggers" + " WHERE done_at IS NULL"),
            new Query(
                    "billing-service",
                    "hold",
                    "SELECT hold_id, status FROM wallet_holds h WHERE status = 'HELD'"
                            + " AND NOT EXISTS (SELECT FROM purchases p WHERE p.hold_id = h.hold_id AND p.status = 'PENDING')"),
            new Query("voucher-service", "batch", "SELECT id, status FROM voucher_batches WHERE status <> 'READY'"),
            new Query(
                    "identity-service",
                    "user",
                    "SELECT id, email, provisioning FROM users" + " WHERE provisioning <> 'PROVISIONED'"),
            new Query(
                    "payout-service",
                    "commission",
                    "SELECT id, status FROM commissions WHERE status = 'PENDING'"
                            + " AND cleared_at IS NOT NULL AND refundable_until < now() - interval '2 minutes'"));

    private static final String PARKED =
            "SELECT consumer, event_type, event_key, left(reason, 200) AS reason FROM inbox_parked";
    static final String NOT_RELAYED = "SELECT o.seq, o.type FROM outbox_cursor c JOIN outbox o"
            + " ON o.xid >= pg_snapshot_xmin(c.relayed) AND NOT pg_visible_in_snapshot(o.xid, c.relayed)"
            + " WHERE o.recorded_at < now() - interval '5 seconds'";

    @Override
    public String sentence() {
        return "nothing stays unfinished";
    }

    @Override
    public List<String> violations(Evidence evidence) throws SQLException {
        List<String> violations = new ArrayList<>();
        for (Query query : UNFINISHED) {
            evidence.databases()
                    .rows(query.service(), query.sql())
                    .forEach(row -> violations.add("unfinished " + query.what() + " " + row));
        }
        for (String service : Baseline.SERVICES) {
            for (Map<String, String> row : evidence.databases().rows(service, NOT_RELAYED)) {
                violations.add(service + " has not relayed " + row);
            }
            for (Map<String, String> row : evidence.databases().rows(service, PARKED)) {
                violations.add(service + " has parked " + row);
            }
        }
        for (Customer customer : evidence.market().senders()) {
            for (Device device : customer.devices()) {
                Answer answer = customer.session().get("/api/v1/instances/" + device.id());
                if (!answer.at("/state").equals("ONLINE")) {
                    violations.add("device " + device + " is not online: " + answer.text());
                }
            }
        }
        return violations;
    }
}
