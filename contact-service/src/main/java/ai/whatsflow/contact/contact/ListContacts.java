package ai.whatsflow.contact.contact;

import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.AccountScope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the contacts a caller reaches, oldest first. */
@Component
public class ListContacts {

    private final JdbcClient jdbc;

    ListContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<Contact> page(AccountScope scope, ContactFilter filter, PageRequest page) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder(Contacts.SELECT).append("WHERE c.id > :after");
        parameters.put("after", page.after());
        if (!scope.all()) {
            sql.append(" AND c.account_id = ANY(:accountIds::uuid[])");
            parameters.put("accountIds", scope.accountIds());
        }
        narrow(sql, parameters, filter);
        sql.append(" ORDER BY c.id LIMIT :rows");
        parameters.put("rows", page.rows());
        return Page.of(
                jdbc.sql(sql.toString()).params(parameters).query(Contacts::row).list(), page, Contact::id);
    }

    private static void narrow(StringBuilder sql, Map<String, Object> parameters, ContactFilter filter) {
        if (filter.groupId() != null) {
            sql.append(" AND c.id IN (SELECT contact_id FROM contact_group_members WHERE group_id = :groupId)");
            parameters.put("groupId", filter.groupId());
        }
        if (filter.subscribed() != null) {
            sql.append(" AND coalesce(k.subscribed, true) = :subscribed");
            parameters.put("subscribed", filter.subscribed());
        }
        if (filter.blocked() != null) {
            sql.append(" AND coalesce(k.blocked, false) = :blocked");
            parameters.put("blocked", filter.blocked());
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            String digits = filter.q().replaceAll("\\D", "");
            sql.append(" AND (position(lower(:q) IN lower(c.name)) > 0");
            sql.append(digits.isEmpty() ? ")" : " OR position(:digits IN c.phone) > 0)");
            parameters.put("q", filter.q().strip());
            parameters.put("digits", digits);
        }
    }
}
