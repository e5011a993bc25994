package ai.whatsflow.instance.dispatch;

import ai.whatsflow.instance.sql.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLanes implements Lanes {

    private final JdbcClient jdbc;

    JdbcLanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void extend(Map<UUID, Span> spans) {
        jdbc.sql("""
                        INSERT INTO lanes AS l (instance_id, has_work, last_position, settled_through,
                                submitted_through, ever_submitted, paced_until, check_at, progress_at)
                        SELECT q.instance_id, true, q.last, q.first - 1, q.first - 1, q.first - 1,
                               clock_timestamp(), clock_timestamp(), clock_timestamp()
                        FROM unnest(:ids::uuid[], :firsts::bigint[], :lasts::bigint[])
                            AS q (instance_id, first, last)
                        ON CONFLICT (instance_id) DO UPDATE
                        SET has_work = true,
                            last_position = greatest(l.last_position, excluded.last_position),
                            settled_through = least(l.settled_through, excluded.settled_through),
                            submitted_through = least(l.submitted_through, excluded.submitted_through),
                            check_at = CASE WHEN l.has_work THEN least(l.check_at, greatest(l.paced_until, clock_timestamp()))
                                       ELSE greatest(l.paced_until, clock_timestamp()) END
                        """)
                .param("ids", spans.keySet().toArray(UUID[]::new))
                .param("firsts", spans.values().stream().map(Span::first).toArray(Long[]::new))
                .param("lasts", spans.values().stream().map(Span::last).toArray(Long[]::new))
                .update();
    }

    @Override
    public List<Lane> lockDue(UUID serverId, UUID bootId, int limit) {
        return jdbc.sql("""
                        SELECT l.*, i.engine, a.epoch AS owner_epoch, a.expires_at AS lease_expires_at,
                               clock_timestamp() AS now,
                               CASE WHEN l.claim_id IS NULL THEN l.submitted_through
                                    ELSE greatest(l.submitted_through, l.claimed_through) END AS doubted_through
                        FROM lanes l
                        JOIN assignments a ON a.instance_id = l.instance_id
                        JOIN instances i ON i.id = l.instance_id
                        WHERE l.has_work AND l.check_at <= clock_timestamp()
                          AND (l.claimed_until IS NULL OR l.claimed_until <= clock_timestamp())
                          AND a.server_id = :server AND a.boot_id = :boot
                          AND a.phase IN ('STARTING', 'RUNNING') AND a.expires_at > clock_timestamp()
                          AND i.state = 'ONLINE' AND i.epoch = a.epoch AND i.deleted_at IS NULL
                        ORDER BY l.check_at
                        LIMIT :limit
                        FOR UPDATE OF l SKIP LOCKED
                        """)
                .param("server", serverId)
                .param("boot", bootId)
                .param("limit", limit)
                .query((row, number) -> lane(row))
                .list();
    }

    @Override
    public void mark(UUID claimId, Duration claim, List<Marks> marks) {
        jdbc.sql("""
                        UPDATE lanes l
                        SET settled_through = q.settled, submitted_through = q.submitted,
                            ever_submitted = greatest(l.ever_submitted, q.ever), claimed_through = q.ever,
                            epoch = q.epoch,
                            paced_until = q.paced, progress_at = q.progress, has_work = q.has_work,
                            check_at = clock_timestamp() + q.recheck * interval '1 millisecond',
                            claim_id = CASE WHEN q.claimed THEN :claim::uuid END,
                            claimed_until = CASE WHEN q.claimed
                                THEN clock_timestamp() + :claimed * interval '1 millisecond' END
                        FROM unnest(:ids::uuid[], :settled::bigint[], :submitted::bigint[], :ever::bigint[],
                                    :epochs::bigint[], :paced::timestamptz[], :progress::timestamptz[],
                                    :work::boolean[], :rechecks::bigint[], :claims::boolean[])
                            AS q (instance_id, settled, submitted, ever, epoch, paced, progress, has_work,
                                  recheck, claimed)
                        WHERE l.instance_id = q.instance_id
                        """)
                .param("claim", claimId)
                .param("claimed", claim.toMillis())
                .param(
                        "ids",
                        marks.stream().map(each -> each.lane().instanceId()).toArray(UUID[]::new))
                .param(
                        "settled",
                        marks.stream().map(each -> each.look().settledThrough()).toArray(Long[]::new))
                .param(
                        "submitted",
                        marks.stream().map(each -> each.look().from()).toArray(Long[]::new))
                .param("ever", marks.stream().map(Marks::everSubmitted).toArray(Long[]::new))
                .param(
                        "epochs",
                        marks.stream().map(each -> each.lane().ownerEpoch()).toArray(Long[]::new))
                .param("paced", marks.stream().map(Marks::pacedUntil).toArray(String[]::new))
                .param(
                        "progress",
                        marks.stream()
                                .map(each -> each.look().progressAt().toString())
                                .toArray(String[]::new))
                .param(
                        "work",
                        marks.stream()
                                .map(each -> each.claimed() || !each.look().isEmptyAfter(each.lane()))
                                .toArray(Boolean[]::new))
                .param(
                        "rechecks",
                        marks.stream().map(each -> each.recheck().toMillis()).toArray(Long[]::new))
                .param("claims", marks.stream().map(Marks::claimed).toArray(Boolean[]::new))
                .update();
    }

    @Override
    public void settle(UUID claimId, List<Progress> progress) {
        jdbc.sql("""
                        WITH mine AS (
                            SELECT instance_id FROM lanes
                            WHERE claim_id = :claim AND instance_id = ANY (:ids::uuid[])
                            ORDER BY instance_id
                            FOR UPDATE)
                        UPDATE lanes l
                        SET submitted_through = CASE
                                WHEN l.submitted_through < q.from_here THEN l.submitted_through
                                ELSE q.submitted END,
                            check_at = greatest(
                                CASE WHEN q.submitted < l.last_position THEN l.paced_until ELSE clock_timestamp() END,
                                clock_timestamp() + q.recheck * interval '1 millisecond'),
                            claim_id = NULL, claimed_until = NULL
                        FROM mine
                        JOIN unnest(:ids::uuid[], :submitted::bigint[], :froms::bigint[], :rechecks::bigint[])
                            AS q (instance_id, submitted, from_here, recheck) USING (instance_id)
                        WHERE l.instance_id = mine.instance_id
                        """)
                .param("claim", claimId)
                .param("ids", progress.stream().map(Progress::instanceId).toArray(UUID[]::new))
                .param(
                        "submitted",
                        progress.stream().map(Progress::submittedThrough).toArray(Long[]::new))
                .param("froms", progress.stream().map(Progress::from).toArray(Long[]::new))
                .param(
                        "rechecks",
                        progress.stream().map(each -> each.recheck().toMillis()).toArray(Long[]::new))
                .update();
    }

    @Override
    public void closeDeleted() {
        jdbc.sql("""
                        UPDATE lanes l SET has_work = false, settled_through = last_position
                        WHERE instance_id IN (
                            SELECT l.instance_id FROM lanes l JOIN instances i ON i.id = l.instance_id
                            WHERE l.has_work AND i.deleted_at IS NOT NULL
                            FOR UPDATE OF l SKIP LOCKED)
                        """).update();
    }

    private static Lane lane(ResultSet row) throws SQLException {
        return new Lane(
                row.getObject("instance_id", UUID.class),
                row.getString("engine"),
                row.getLong("last_position"),
                row.getLong("settled_through"),
                row.getLong("submitted_through"),
                row.getLong("ever_submitted"),
                row.getLong("doubted_through"),
                row.getLong("epoch"),
                row.getLong("owner_epoch"),
                UtcTime.read(row, "paced_until"),
                UtcTime.read(row, "progress_at"),
                UtcTime.read(row, "lease_expires_at"),
                UtcTime.read(row, "now"));
    }
}
