package ai.whatsflow.instance.instance;

import ai.whatsflow.instance.sql.UtcTime;
import ai.whatsflow.platform.paging.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInstances implements Instances {

    private static final RowMapper<Instance> ROWS = (row, number) -> new Instance(
            row.getObject("id", UUID.class),
            row.getObject("account_id", UUID.class),
            row.getString("name"),
            row.getString("engine"),
            SessionState.valueOf(row.getString("state")),
            row.getString("reason"),
            row.getString("phone"),
            row.getLong("version"),
            row.getLong("epoch"),
            row.getLong("state_seq"),
            row.getObject("server_id", UUID.class),
            UtcTime.readOrNull(row, "linked_at"),
            UtcTime.read(row, "created_at"));

    private final JdbcClient jdbc;

    JdbcInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Instance> list(UUID @Nullable [] accounts, @Nullable SessionState state, PageRequest page) {
        return jdbc.sql("""
                        SELECT * FROM instances
                        WHERE deleted_at IS NULL
                          AND (:accounts::uuid[] IS NULL OR account_id = ANY (:accounts::uuid[]))
                          AND (:state::text IS NULL OR state = :state)
                          AND id > :after
                        ORDER BY id
                        LIMIT :rows
                        """)
                .param("accounts", accounts)
                .param("state", state == null ? null : state.name())
                .param("after", page.after())
                .param("rows", page.rows())
                .query(ROWS)
                .list();
    }

    @Override
    public Optional<Instance> find(UUID id) {
        return jdbc.sql("SELECT * FROM instances WHERE id = :id AND deleted_at IS NULL")
                .param("id", id)
                .query(ROWS)
                .optional();
    }

    @Override
    public Instance insert(UUID accountId, String name, String engine, UUID createdBy) {
        return jdbc.sql("""
                        INSERT INTO instances (account_id, name, engine, created_by)
                        VALUES (:account, :name, :engine, :createdBy)
                        RETURNING *
                        """)
                .param("account", accountId)
                .param("name", name)
                .param("engine", engine)
                .param("createdBy", createdBy)
                .query(ROWS)
                .single();
    }

    @Override
    public int count(UUID accountId) {
        return Objects.requireNonNull(
                jdbc.sql("SELECT count(*) FROM instances WHERE account_id = :account AND deleted_at IS NULL")
                        .param("account", accountId)
                        .query(Integer.class)
                        .single());
    }

    @Override
    public List<Instance> lock(Collection<UUID> ids) {
        return jdbc.sql("SELECT * FROM instances WHERE id = ANY (:ids::uuid[]) ORDER BY id FOR UPDATE")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ROWS)
                .list();
    }

    @Override
    public void saveAll(List<Instance> changed) {
        jdbc.sql("""
                        UPDATE instances i
                        SET state = q.state, reason = q.reason, phone = q.phone, version = q.version, epoch = q.epoch,
                            state_seq = q.state_seq, server_id = q.server_id, linked_at = q.linked_at,
                            deleted_at = CASE WHEN q.state = 'DELETED'
                                         THEN coalesce(i.deleted_at, clock_timestamp()) END
                        FROM unnest(:ids::uuid[], :states::text[], :reasons::text[], :phones::text[], :versions::bigint[],
                                    :epochs::bigint[], :seqs::bigint[], :servers::uuid[], :linked::timestamptz[])
                            AS q (id, state, reason, phone, version, epoch, state_seq, server_id, linked_at)
                        WHERE i.id = q.id
                        """)
                .param("ids", changed.stream().map(Instance::id).toArray(UUID[]::new))
                .param(
                        "states",
                        changed.stream().map(each -> each.state().name()).toArray(String[]::new))
                .param("reasons", changed.stream().map(Instance::reason).toArray(String[]::new))
                .param("phones", changed.stream().map(Instance::phone).toArray(String[]::new))
                .param("versions", changed.stream().map(Instance::version).toArray(Long[]::new))
                .param("epochs", changed.stream().map(Instance::epoch).toArray(Long[]::new))
                .param("seqs", changed.stream().map(Instance::stateSeq).toArray(Long[]::new))
                .param("servers", changed.stream().map(Instance::serverId).toArray(UUID[]::new))
                .param(
                        "linked",
                        changed.stream()
                                .map(each -> each.linkedAt() == null
                                        ? null
                                        : each.linkedAt().toString())
                                .toArray(String[]::new))
                .update();
    }
}
