package ai.whatsflow.fault.invariant;

import ai.whatsflow.fault.invariant.Evidence.Delivery;
import ai.whatsflow.fault.load.Market.Device;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Each send that WhatsApp accepted came from the node that owned the session at that moment, and WhatsApp never saw two
 * sockets of one device. A frozen process keeps its sockets open without using them, and a node cut off from WhatsApp
 * cannot close its own: only theirs may still be there when the next owner comes.
 */
final class OneOwner implements Invariant {

    private static final DateTimeFormatter POSTGRES = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("X")
            .toFormatter();

    /** A time of ownership, from its beginning to the next one's. */
    record Term(long epoch, String node, Instant since) {}

    @Override
    public String sentence() {
        return "no session ever had two owners, and no send came from a former one";
    }

    @Override
    public List<String> violations(Evidence evidence) throws SQLException {
        List<String> violations = new ArrayList<>();
        for (Device device : evidence.market().devices()) {
            List<Term> terms = terms(evidence, device);
            evidence.deliveriesOf(device.phone()).stream()
                    .filter(delivery -> !ownerAt(terms, Instant.parse(delivery.acceptedAt()))
                            .equals(delivery.client()))
                    .forEach(delivery -> violations.add(stale(delivery, terms)));
            long conflicts = evidence.countsOf(device.phone()).path("conflicts").asLong();
            if (conflicts > lostByExcused(terms, evidence)) {
                violations.add(device.phone() + " saw " + conflicts + " conflicts; its owners: " + terms);
            }
        }
        return violations;
    }

    static String ownerAt(List<Term> terms, Instant at) {
        String owner = "nobody";
        for (Term term : terms) {
            if (!term.since().isAfter(at)) {
                owner = term.node();
            }
        }
        return owner;
    }

    private static String stale(Delivery delivery, List<Term> terms) {
        return "WhatsApp accepted " + delivery + " though the owners were " + terms;
    }

    /** How often the session was taken from a node that could not close its socket. */
    private static long lostByExcused(List<Term> terms, Evidence evidence) {
        long lost = 0;
        for (int i = 1; i < terms.size(); i++) {
            if (evidence.excused().contains(terms.get(i - 1).node())) {
                lost++;
            }
        }
        return lost;
    }

    private static List<Term> terms(Evidence evidence, Device device) throws SQLException {
        List<Term> terms = new ArrayList<>();
        for (Map<String, String> row : evidence.databases()
                .rows(
                        "instance-service",
                        "SELECT e.epoch, n.name, e.assigned_at FROM epochs e JOIN nodes n USING (server_id)"
                                + " WHERE e.instance_id = ?::uuid ORDER BY e.epoch",
                        device.id())) {
            terms.add(new Term(
                    Long.parseLong(String.valueOf(row.get("epoch"))),
                    String.valueOf(row.get("name")),
                    OffsetDateTime.parse(String.valueOf(row.get("assigned_at")), POSTGRES)
                            .toInstant()));
        }
        return terms;
    }
}
