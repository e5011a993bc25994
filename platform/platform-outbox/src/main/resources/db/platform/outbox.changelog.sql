--liquibase formatted sql

--changeset platform:outbox-0001-create splitStatements:false
CREATE TABLE outbox (
    seq          bigint      GENERATED ALWAYS AS IDENTITY,
    xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    id           uuid        NOT NULL,
    topic        text        NOT NULL,
    type         text        NOT NULL,
    trace_parent text,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    records      integer     NOT NULL CHECK (records BETWEEN 1 AND 1000),
    -- [{"k": key, "s": subject, "p": payload}, …]
    body         text        NOT NULL
) PARTITION BY RANGE (recorded_at);
CREATE INDEX outbox_by_xid ON outbox (xid, seq);
COMMENT ON TABLE outbox IS 'Append-only: rows are never updated or deleted, partitions are dropped once relayed.';

CREATE TABLE outbox_cursor (
    only_row   boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    -- Everything visible in "relayed" is on Kafka.
    relayed    pg_snapshot NOT NULL,
    -- A batch in progress: what "target" sees and "relayed" does not, up to "after_seq", is on Kafka too.
    target     pg_snapshot,
    after_seq  bigint      NOT NULL DEFAULT 0,
    fence      bigint      NOT NULL DEFAULT 0,
    moved_at   timestamptz NOT NULL DEFAULT now()
);
INSERT INTO outbox_cursor (relayed) VALUES (pg_current_snapshot());

-- Makes the partition of the day that holds "at", if it is not there yet.
CREATE FUNCTION outbox_ensure_partition(at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    day  date := (at AT TIME ZONE 'UTC')::date;
    name text := 'outbox_' || to_char(day, 'YYYYMMDD');
BEGIN
    IF to_regclass(name) IS NULL THEN
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF outbox FOR VALUES FROM (%L) TO (%L)',
            name, (day::timestamp AT TIME ZONE 'UTC'), ((day + 1)::timestamp AT TIME ZONE 'UTC'));
    END IF;
END $$;
SELECT outbox_ensure_partition(now() - interval '1 day'), outbox_ensure_partition(now()),
       outbox_ensure_partition(now() + interval '1 day'), outbox_ensure_partition(now() + interval '2 days');

--changeset platform:outbox-0002-index-seq
-- A backlog is read in order, each batch from where the one before ended.
CREATE INDEX outbox_by_seq ON outbox (seq);
