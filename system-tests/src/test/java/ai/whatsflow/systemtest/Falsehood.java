package ai.whatsflow.systemtest;

import ai.whatsflow.fault.invariant.Evidence;
import ai.whatsflow.fault.load.Market.Customer;
import ai.whatsflow.fault.load.Tally.Accepted;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Something untrue in a database, that an invariant has to see.
 *
 * @param contradicts words of the invariant's sentence
 */
record Falsehood(String contradicts, String service, String tell, String takeBack) {

    static List<Falsehood> all(Evidence evidence) {
        Customer sender = evidence.market().senders().getFirst();
        List<String> singles = evidence.tally().accepted().stream()
                .filter(accepted -> !accepted.batch() && accepted.account().equals(sender.accountId()))
                .map(Accepted::id)
                .toList();
        return List.of(
                of(
                        "accepted request",
                        "messaging-service",
                        "UPDATE messages SET batch_id = %s WHERE id = '" + singles.get(0) + "'",
                        "gen_random_uuid()",
                        "NULL"),
                of(
                        "reached WhatsApp exactly once",
                        "messaging-service",
                        "UPDATE messages SET status = %s WHERE id = '" + singles.get(1) + "'",
                        "4",
                        "5"),
                of(
                        "quotas add up",
                        "messaging-service",
                        "UPDATE quotas SET used = used %s WHERE account_id = '" + sender.accountId() + "'",
                        "+ 1",
                        "- 1"),
                of(
                        "two owners",
                        "instance-service",
                        "UPDATE epochs SET assigned_at = assigned_at %s WHERE instance_id = '"
                                + sender.devices().getFirst().id() + "'",
                        "+ interval '1 day'",
                        "- interval '1 day'"),
                of(
                        "settled once",
                        "billing-service",
                        "UPDATE ledger_accounts SET balance = balance %s WHERE code = 'PAYHERE_CLEARING'",
                        "+ 1",
                        "- 1"),
                of(
                        "ledger balances",
                        "billing-service",
                        "UPDATE ledger_accounts SET balance = balance %s WHERE code = 'VOUCHER_LIABILITY'",
                        "+ 1",
                        "- 1"),
                of(
                        "commission is",
                        "payout-service",
                        "UPDATE commissions SET amount_minor = amount_minor %s WHERE sub_dealer_id = '"
                                + evidence.market().dealerId() + "'",
                        "+ 1",
                        "- 1"),
                new Falsehood(
                        "every topic",
                        "messaging-service",
                        "UPDATE outbox SET id = ('f' || substr(id::text, 2))::uuid"
                                + " WHERE seq = (SELECT max(seq) FROM outbox WHERE topic = 'messaging.message')",
                        "UPDATE outbox SET id = ('0' || substr(id::text, 2))::uuid WHERE id::text LIKE 'f%'"),
                new Falsehood(
                        "every event",
                        "instance-service",
                        "UPDATE inbox SET consumer = 'nobody' WHERE event_id = (SELECT event_id FROM inbox"
                                + " WHERE consumer = 'instance-service.lanes' ORDER BY received_at DESC LIMIT 1)",
                        "UPDATE inbox SET consumer = 'instance-service.lanes' WHERE consumer = 'nobody'"),
                new Falsehood(
                        "nothing stays unfinished",
                        "contact-service",
                        "INSERT INTO inbox_parked (consumer, topic, partition, position, event_key, body, reason)"
                                + " VALUES ('nobody', 'no.topic', 0, 0, 'key', '{}', 'planted')",
                        "DELETE FROM inbox_parked WHERE consumer = 'nobody'"));
    }

    void tell(RunningPlatform platform) throws SQLException {
        change(platform, tell);
    }

    void takeBack(RunningPlatform platform) throws SQLException {
        change(platform, takeBack);
    }

    private void change(RunningPlatform platform, String sql) throws SQLException {
        try (Connection connection = platform.connect(service, service);
                Statement statement = connection.createStatement()) {
            if (statement.executeUpdate(sql) == 0) {
                throw new AssertionError("changes nothing: " + sql);
            }
        }
    }

    private static Falsehood of(String contradicts, String service, String sql, String told, String truth) {
        return new Falsehood(contradicts, service, sql.formatted(told), sql.formatted(truth));
    }
}
