--liquibase formatted sql

--changeset messaging-service:0004-create-messages
CREATE TABLE messages (
    id           uuid        PRIMARY KEY,
    account_id   uuid        NOT NULL,
    instance_id  uuid        NOT NULL,
    batch_id     uuid,
    recipient    text        NOT NULL,
    text         text,
    status       smallint    NOT NULL DEFAULT 0,
    reason       text,
    whatsapp_id  text,
    quota_month  timestamptz NOT NULL,
    queued_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    sent_at      timestamptz,
    delivered_at timestamptz,
    read_at      timestamptz,
    CHECK (text IS NOT NULL OR batch_id IS NOT NULL)
) PARTITION BY RANGE (id);
CREATE INDEX messages_by_account ON messages (account_id, id);
CREATE INDEX messages_by_batch ON messages (batch_id) WHERE batch_id IS NOT NULL;
COMMENT ON TABLE messages IS 'Partitioned by month through the time in the UUIDv7; there is no default partition.';
COMMENT ON COLUMN messages.text IS 'Null when the text is that of the batch.';

--changeset messaging-service:0004-create-partition-functions splitStatements:false
-- Sorts before every UUIDv7 made at or after that moment, and after every one made before.
CREATE FUNCTION messages_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Attaching takes a weaker lock on the parent than creating a partition in place: sends go on meanwhile.
CREATE FUNCTION messages_prepare_partition(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    partition text := 'messages_' || to_char(month, 'YYYYMM');
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('messages_prepare_partition'));
    IF to_regclass(partition) IS NULL THEN
        EXECUTE format('CREATE TABLE %I (LIKE messages INCLUDING DEFAULTS INCLUDING CONSTRAINTS) WITH (fillfactor = 85)',
            partition);
        EXECUTE format('ALTER TABLE messages ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', partition,
            messages_floor(month::timestamp AT TIME ZONE 'UTC'),
            messages_floor((month + interval '1 month') AT TIME ZONE 'UTC'));
    END IF;
END $$;

-- Gives up rather than make sends wait; the next day tries again.
CREATE FUNCTION messages_drop_partitions_before(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    partition regclass;
BEGIN
    PERFORM set_config('lock_timeout', '200ms', true);
    FOR partition IN
        SELECT inhrelid::regclass FROM pg_inherits
        WHERE inhparent = 'messages'::regclass AND inhrelid::regclass::text < 'messages_' || to_char(month, 'YYYYMM')
    LOOP
        EXECUTE format('DROP TABLE %s', partition);
    END LOOP;
END $$;
