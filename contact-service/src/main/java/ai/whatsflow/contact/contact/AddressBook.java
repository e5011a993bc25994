package ai.whatsflow.contact.contact;

import ai.whatsflow.contact.ContactProblem;
import ai.whatsflow.contact.entitlement.Entitlement;
import ai.whatsflow.platform.problem.ProblemException;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps an account's contacts within its plan. The account's row is locked before any contact is added or deleted, so
 * that racing additions are counted one after the other and never deadlock.
 */
@Component
public class AddressBook {

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Clock clock;

    AddressBook(JdbcClient jdbc, Contacts contacts, Clock clock) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Adds what is missing and answers how many that was; all or nothing when it would not fit the plan. */
    public int add(Entitlement entitlement, Collection<NewContact> additions) {
        UUID accountId = entitlement.accountId();
        long before = lock(accountId);
        int added = contacts.addMissing(accountId, additions, clock.instant());
        if (added > 0) {
            requireRoom(entitlement, before, added);
            resize(accountId, before + added);
        }
        return added;
    }

    /** Answers false when somebody else has deleted it meanwhile. */
    boolean remove(Contact contact) {
        long before = lock(contact.accountId());
        boolean deleted = contacts.delete(contact.id());
        if (deleted) {
            resize(contact.accountId(), before - 1);
        }
        return deleted;
    }

    /** Locks the account's address book until the transaction ends and answers its size. */
    long lock(UUID accountId) {
        return jdbc.sql("""
                INSERT INTO address_books (account_id, contacts) VALUES (:accountId, 0)
                ON CONFLICT (account_id) DO UPDATE SET contacts = address_books.contacts
                RETURNING contacts
                """).param("accountId", accountId).query(Long.class).single();
    }

    private void resize(UUID accountId, long size) {
        jdbc.sql("UPDATE address_books SET contacts = :size WHERE account_id = :accountId")
                .param("accountId", accountId)
                .param("size", size)
                .update();
    }

    private static void requireRoom(Entitlement entitlement, long before, int added) {
        Long limit = entitlement.contacts();
        if (limit != null && !entitlement.admits(before + added)) {
            throw new ProblemException(
                            ContactProblem.CONTACT_LIMIT_REACHED,
                            "Your plan keeps %d contacts, you have %d and this would add %d. Nothing was added."
                                    .formatted(limit, before, added))
                    .with("limit", limit)
                    .with("used", before)
                    .with("requested", added);
        }
    }
}
