package ai.whatsflow.messaging.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Messages as stored. The text of a batch is stored once, with the batch. */
@Repository
class Messages {

    static final String SELECT = """
            SELECT m.id, m.account_id, m.instance_id, m.batch_id, m.recipient, coalesce(m.text, b.text) AS text,
                   m.status, m.reason, m.queued_at, m.expires_at, m.sent_at, m.delivered_at, m.read_at
            FROM messages m LEFT JOIN message_batches b ON b.id = m.batch_id
            """;

    private static final String INSERT = """
            INSERT INTO messages (id, recipient, instance_id, account_id, batch_id, quota_month, queued_at, expires_at)
            SELECT n.id, n.recipient, (:instanceIds::uuid[])[(1 + (:turns + n.turn - 1) % :lanes)::int],
                   :accountId, :batchId, :quotaMonth, :queuedAt, :expiresAt
            FROM unnest(:ids::uuid[], :recipients::text[]) WITH ORDINALITY AS n (id, recipient, turn)
            """;

    private static final String INSERT_EACH = """
            INSERT INTO messages (id, recipient, instance_id, account_id, text, quota_month, queued_at, expires_at)
            SELECT * FROM unnest(:ids::uuid[], :recipients::text[], :instanceIds::uuid[], :accountIds::uuid[],
                                 :texts::text[], :quotaMonths::timestamptz[], :queuedAts::timestamptz[],
                                 :expiresAts::timestamptz[])
            """;

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(NewMessages messages) {
        insert(INSERT, messages).update();
    }

    void addEach(List<NewMessage> messages) {
        jdbc.sql(INSERT_EACH)
                .param("ids", column(messages, message -> message.message().id(), UUID[]::new))
                .param(
                        "recipients",
                        column(messages, message -> message.message().recipient(), String[]::new))
                .param(
                        "instanceIds",
                        column(messages, message -> message.message().instanceId(), UUID[]::new))
                .param(
                        "accountIds",
                        column(messages, message -> message.message().accountId(), UUID[]::new))
                .param("texts", column(messages, message -> message.message().text(), String[]::new))
                .param("quotaMonths", times(messages, NewMessage::quotaMonth))
                .param("queuedAts", times(messages, message -> message.message().queuedAt()))
                .param(
                        "expiresAts",
                        times(messages, message -> message.message().expiresAt()))
                .update();
    }

    private static <T> T[] column(List<NewMessage> messages, Function<NewMessage, T> cell, IntFunction<T[]> array) {
        return messages.stream().map(cell).toArray(array);
    }

    /** As text: the casts of the statement say what it is. */
    private static String[] times(List<NewMessage> messages, Function<NewMessage, Instant> cell) {
        return column(messages, message -> cell.apply(message).toString(), String[]::new);
    }

    /** Adds those whose id is not there yet and answers which. */
    Set<UUID> addMissing(NewMessages messages) {
        return new HashSet<>(insert(INSERT + " ON CONFLICT (id) DO NOTHING RETURNING id", messages)
                .query(UUID.class)
                .list());
    }

    private StatementSpec insert(String sql, NewMessages messages) {
        return jdbc.sql(sql)
                .param("instanceIds", messages.rotation().instanceIds().toArray(UUID[]::new))
                .param("turns", messages.rotation().turns())
                .param("lanes", messages.rotation().instanceIds().size())
                .param("accountId", messages.accountId())
                .param("batchId", messages.batchId())
                .param("quotaMonth", messages.quotaMonth().atOffset(ZoneOffset.UTC))
                .param("queuedAt", messages.queuedAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", messages.expiresAt().atOffset(ZoneOffset.UTC))
                .param("ids", messages.ids().toArray(UUID[]::new))
                .param("recipients", messages.recipients().toArray(String[]::new));
    }

    Optional<Message> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE m.id = :id")
                .param("id", id)
                .query(Messages::row)
                .optional();
    }

    static Message row(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getObject("instance_id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getString("recipient"),
                row.getString("text"),
                MessageStatus.ofRank(row.getInt("status")),
                row.getString("reason"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                instant(row, "delivered_at"),
                instant(row, "read_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
