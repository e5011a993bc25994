package ai.whatsflow.messaging.message;

import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.AccountScope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the messages a caller reaches, newest first. Times become bounds of the id, which prune partitions. */
@Component
public class ListMessages {

    private final JdbcClient jdbc;

    ListMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<Message> page(AccountScope scope, MessageFilter filter, PageRequest page) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder(Messages.SELECT).append("WHERE m.id < :before");
        parameters.put("before", page.before());
        within(scope, sql, parameters);
        narrow(
                sql,
                parameters,
                "m.status = :status",
                "status",
                filter.status() == null ? null : filter.status().rank());
        narrow(sql, parameters, "m.instance_id = :instanceId", "instanceId", filter.instanceId());
        narrow(sql, parameters, "m.batch_id = :batchId", "batchId", filter.batchId());
        narrow(sql, parameters, "m.recipient = :recipient", "recipient", filter.recipient());
        narrow(
                sql,
                parameters,
                "m.id >= :from",
                "from",
                filter.from() == null ? null : MessageIds.floor(filter.from()));
        narrow(
                sql,
                parameters,
                "m.id < :until",
                "until",
                filter.until() == null ? null : MessageIds.floor(filter.until()));
        sql.append(" ORDER BY m.id DESC LIMIT :rows");
        parameters.put("rows", page.rows());
        return Page.of(
                jdbc.sql(sql.toString()).params(parameters).query(Messages::row).list(), page, Message::id);
    }

    /** One account is compared by equality: only so its index is read in order. */
    private static void within(AccountScope scope, StringBuilder sql, Map<String, Object> parameters) {
        if (scope.all()) {
            return;
        }
        if (scope.ids().size() == 1) {
            narrow(sql, parameters, "m.account_id = :accountId", "accountId", scope.accountIds()[0]);
        } else {
            narrow(sql, parameters, "m.account_id = ANY(:accountIds::uuid[])", "accountIds", scope.accountIds());
        }
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            parameters.put(name, value);
        }
    }
}
