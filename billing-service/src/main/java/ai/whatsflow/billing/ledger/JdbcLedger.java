package ai.whatsflow.billing.ledger;

import ai.whatsflow.billing.Columns;
import ai.whatsflow.billing.Ids;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcLedger implements Ledger {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    @Override
    public UUID post(Entry entry) {
        if (!entry.balances()) {
            throw new IllegalArgumentException("unbalanced entry " + entry);
        }
        UUID entryId = Ids.next();
        jdbc.sql("INSERT INTO ledger_entries (entry_id, kind, reference, recorded_at) VALUES (?, ?, ?, ?)")
                .params(entryId, entry.kind().name(), entry.reference(), Columns.at(clock.instant()))
                .update();
        Map<AccountKey, Long> ids = lock(entry);
        move(entry, ids);
        record(entryId, entry.legs(), ids);
        return entryId;
    }

    @Override
    public boolean holds(EntryKind kind, UUID reference) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM ledger_entries WHERE kind = ? AND reference = ?)")
                .params(kind.name(), reference)
                .query(Boolean.class)
                .single();
    }

    private Map<AccountKey, Long> lock(Entry entry) {
        List<AccountKey> keys =
                entry.legs().stream().map(AccountKey::of).distinct().sorted().toList();
        Map<String, Object> params = Map.of(
                "codes", keys.stream().map(key -> key.account().code().name()).toArray(String[]::new),
                "owners",
                        Columns.uuids(keys.stream()
                                .map(key -> key.account().storedOwner())
                                .toList()),
                "currencies", keys.stream().map(AccountKey::currency).toArray(String[]::new),
                "sides",
                        keys.stream()
                                .map(key -> key.account().code().side().name())
                                .toArray(String[]::new));
        Map<AccountKey, Long> found = select(params);
        if (found.size() < keys.size()) {
            jdbc.sql("""
                            INSERT INTO ledger_accounts (code, owner_id, currency, side)
                            SELECT * FROM unnest(:codes::text[], :owners::uuid[], :currencies::text[], :sides::text[])
                            ON CONFLICT DO NOTHING
                            """).params(params).update();
            found = select(params);
        }
        return found;
    }

    private Map<AccountKey, Long> select(Map<String, Object> params) {
        Map<AccountKey, Long> ids = new HashMap<>();
        jdbc.sql("""
                        SELECT a.ledger_account_id, a.code, a.owner_id, a.currency
                        FROM unnest(:codes::text[], :owners::uuid[], :currencies::bpchar[]) AS k (code, owner_id, currency)
                        JOIN ledger_accounts a USING (code, owner_id, currency)
                        ORDER BY a.code, a.owner_id, a.currency FOR UPDATE OF a
                        """).params(params).query(rs -> {
            ids.put(
                    new AccountKey(
                            LedgerAccount.stored(rs.getString("code"), rs.getObject("owner_id", UUID.class)),
                            rs.getString("currency")),
                    rs.getLong("ledger_account_id"));
        });
        return ids;
    }

    /** Adds the entry's net change of each account to its balance, refusing any that would cross zero. */
    private void move(Entry entry, Map<AccountKey, Long> ids) {
        Map<Long, Long> deltas = new HashMap<>();
        for (Leg leg : entry.legs()) {
            deltas.merge(ids.get(AccountKey.of(leg)), leg.amount().minor(), Math::addExact);
        }
        int moved = jdbc.sql("""
                        UPDATE ledger_accounts a SET balance = a.balance + d.delta
                        FROM unnest(:ids::bigint[], :deltas::bigint[]) AS d (id, delta)
                        WHERE a.ledger_account_id = d.id
                          AND CASE a.side WHEN 'LIABILITY' THEN a.balance + d.delta <= 0
                                          WHEN 'ASSET' THEN a.balance + d.delta >= 0
                                          ELSE true END
                        """)
                .param("ids", deltas.keySet().toArray(Long[]::new))
                .param("deltas", deltas.values().toArray(Long[]::new))
                .update();
        if (moved != deltas.size()) {
            throw new OverdrawnException(entry);
        }
    }

    private void record(UUID entryId, List<Leg> legs, Map<AccountKey, Long> ids) {
        jdbc.sql("""
                        INSERT INTO ledger_postings (entry_id, ledger_account_id, amount, currency)
                        SELECT :entry, * FROM unnest(:ids::bigint[], :amounts::bigint[], :currencies::text[])
                        """)
                .param("entry", entryId)
                .param(
                        "ids",
                        legs.stream().map(leg -> ids.get(AccountKey.of(leg))).toArray(Long[]::new))
                .param("amounts", legs.stream().map(leg -> leg.amount().minor()).toArray(Long[]::new))
                .param(
                        "currencies",
                        legs.stream().map(leg -> AccountKey.of(leg).currency()).toArray(String[]::new))
                .update();
    }
}
