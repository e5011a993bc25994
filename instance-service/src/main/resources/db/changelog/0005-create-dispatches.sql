--liquibase formatted sql

--changeset instance:0005-dispatches
CREATE SEQUENCE dispatch_positions CACHE 1;

CREATE TABLE dispatches (
    message_id  uuid        NOT NULL PRIMARY KEY,
    instance_id uuid        NOT NULL,
    position    bigint      NOT NULL DEFAULT nextval('dispatch_positions'),
    rank        smallint    NOT NULL DEFAULT 0,
    status      text        NOT NULL DEFAULT 'PENDING',
    account_id  uuid        NOT NULL,
    recipient   text        NOT NULL,
    body        text        NOT NULL,
    reason      text,
    queued_at   timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL DEFAULT clock_timestamp()
) PARTITION BY RANGE (message_id);
CREATE INDEX dispatches_of_lane ON dispatches (instance_id, position);
CREATE TABLE dispatches_default PARTITION OF dispatches DEFAULT WITH (fillfactor = 70);
COMMENT ON TABLE dispatches IS
    'Messages on their way to a device. Partitions follow the time in the UUIDv7 of the message. No index on the status: it changes up to four times a row.';

--changeset instance:0005-dispatch-partitions splitStatements:false
CREATE FUNCTION ensure_dispatch_partition(at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    monday    date := date_trunc('week', at AT TIME ZONE 'UTC')::date;
    part   text := 'dispatches_' || to_char(monday, 'YYYYMMDD');
BEGIN
    IF to_regclass(part) IS NULL THEN
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF dispatches FOR VALUES FROM (%L) TO (%L) WITH (fillfactor = 70)',
            part, first_uuid_of(monday), first_uuid_of(monday + 7));
    END IF;
END $$;

CREATE FUNCTION first_uuid_of(day date) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM (day::timestamp AT TIME ZONE 'UTC')) * 1000)::bigint), 12, '0')
        || '00000000000000000000')::uuid
$$;

SELECT ensure_dispatch_partition(now() - interval '7 days'), ensure_dispatch_partition(now()),
       ensure_dispatch_partition(now() + interval '7 days');

--changeset instance:0005-lanes
CREATE TABLE lanes (
    instance_id       uuid PRIMARY KEY,
    has_work          boolean     NOT NULL,
    last_position     bigint      NOT NULL,
    settled_through   bigint      NOT NULL,
    submitted_through bigint      NOT NULL,
    ever_submitted    bigint      NOT NULL,
    epoch             bigint      NOT NULL DEFAULT 0,
    paced_until       timestamptz NOT NULL,
    check_at          timestamptz NOT NULL,
    progress_at       timestamptz NOT NULL,
    claim_id          uuid,
    claimed_until     timestamptz
) WITH (fillfactor = 50);
CREATE INDEX lanes_with_work ON lanes (instance_id) WHERE has_work;
COMMENT ON COLUMN lanes.settled_through IS 'Every message up to here has an outcome.';
COMMENT ON COLUMN lanes.submitted_through IS 'Every message up to here has been given to the node that holds this epoch.';
COMMENT ON COLUMN lanes.ever_submitted IS 'No message beyond here was ever given to any node.';
