package ai.whatsflow.messaging.status;

import ai.whatsflow.messaging.message.MessageStatus;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applies reports to stored messages, all of a poll in one statement. */
@Repository
class StatusTable {

    private final JdbcClient jdbc;

    StatusTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Messages only rise; times that were unknown are filled in. The bounds of the ids prune partitions. */
    List<StatusRise> apply(Collection<MessageReport> reports) {
        return jdbc.sql("""
                UPDATE messages m
                SET status = greatest(m.status, r.status),
                    reason = CASE WHEN r.status > m.status THEN r.reason ELSE m.reason END,
                    whatsapp_id = coalesce(m.whatsapp_id, r.whatsapp_id),
                    sent_at = coalesce(m.sent_at, r.sent_at),
                    delivered_at = coalesce(m.delivered_at, r.delivered_at),
                    read_at = coalesce(m.read_at, r.read_at)
                FROM unnest(:ids::uuid[], :accountIds::uuid[], :statuses::smallint[], :reasons::text[],
                            :whatsappIds::text[], :sentAts::timestamptz[], :deliveredAts::timestamptz[],
                            :readAts::timestamptz[])
                     AS r (id, account_id, status, reason, whatsapp_id, sent_at, delivered_at, read_at)
                WHERE m.id = r.id AND m.account_id = r.account_id AND m.id BETWEEN :lowest AND :highest
                  AND (r.status > m.status
                       OR r.sent_at IS NOT NULL AND m.sent_at IS NULL
                       OR r.delivered_at IS NOT NULL AND m.delivered_at IS NULL
                       OR r.read_at IS NOT NULL AND m.read_at IS NULL)
                RETURNING m.account_id, m.quota_month, old.status AS was, new.status AS is_now
                """)
                .param("ids", column(reports, MessageReport::messageId))
                .param("accountIds", column(reports, MessageReport::accountId))
                .param("statuses", column(reports, report -> report.status().rank()))
                .param("reasons", column(reports, MessageReport::reason))
                .param("whatsappIds", column(reports, MessageReport::whatsappId))
                .param("sentAts", column(reports, report -> report.at(MessageStatus.SENT)))
                .param("deliveredAts", column(reports, report -> report.at(MessageStatus.DELIVERED)))
                .param("readAts", column(reports, report -> report.at(MessageStatus.READ)))
                .param("lowest", ids(reports).getFirst())
                .param("highest", ids(reports).getLast())
                .query((row, number) -> new StatusRise(
                        row.getObject("account_id", UUID.class),
                        row.getObject("quota_month", OffsetDateTime.class).toInstant(),
                        MessageStatus.ofRank(row.getInt("was")),
                        MessageStatus.ofRank(row.getInt("is_now"))))
                .list();
    }

    /** As text: the casts of the statement say what it is. */
    private static @Nullable String[] column(
            Collection<MessageReport> reports, Function<MessageReport, @Nullable Object> value) {
        return reports.stream()
                .map(value)
                .map(cell -> cell == null ? null : cell.toString())
                .toArray(String[]::new);
    }

    /** In PostgreSQL's order, which is that of the text and not of {@link UUID#compareTo}. */
    private static List<UUID> ids(Collection<MessageReport> reports) {
        return reports.stream()
                .map(report -> report.messageId().toString())
                .sorted()
                .map(UUID::fromString)
                .toList();
    }
}
