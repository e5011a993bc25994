package ai.whatsflow.contact.recipient;

import ai.whatsflow.contact.group.ContactGroup;
import ai.whatsflow.contact.group.ContactGroups;
import ai.whatsflow.contact.group.FindGroup;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through the members of a group that are subscribed and not blocked, by contact id. */
@Component
public class ListRecipients {

    private static final String SENDABLE = """
            FROM contact_group_members m
            JOIN contacts c ON c.id = m.contact_id
            LEFT JOIN consents k ON k.contact_id = m.contact_id
            WHERE m.group_id = :groupId
              AND coalesce(k.subscribed, true) AND NOT coalesce(k.blocked, false)
            """;

    private final JdbcClient jdbc;
    private final ContactGroups groups;

    ListRecipients(JdbcClient jdbc, ContactGroups groups) {
        this.jdbc = jdbc;
        this.groups = groups;
    }

    /** A group of another account is not there. */
    public RecipientPage page(UUID accountId, UUID groupId, PageRequest request) {
        ContactGroup group = groups.findOwn(accountId, groupId).orElseThrow(FindGroup::notFound);
        Page<Recipient> page = Page.of(rows(group.id(), request), request, Recipient::contactId);
        return new RecipientPage(page.items(), page.nextCursor(), request.isFirst() ? count(group.id()) : null);
    }

    private List<Recipient> rows(UUID groupId, PageRequest request) {
        return jdbc.sql("SELECT m.contact_id, c.phone " + SENDABLE
                        + " AND m.contact_id > :after ORDER BY m.contact_id LIMIT :rows")
                .param("groupId", groupId)
                .param("after", request.after())
                .param("rows", request.rows())
                .query((row, number) -> new Recipient(row.getObject("contact_id", UUID.class), row.getString("phone")))
                .list();
    }

    private Long count(UUID groupId) {
        return jdbc.sql("SELECT count(*) " + SENDABLE)
                .param("groupId", groupId)
                .query(Long.class)
                .single();
    }
}
