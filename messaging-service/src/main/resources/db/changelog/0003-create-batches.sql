--liquibase formatted sql

--changeset messaging-service:0003-create-batches
CREATE TABLE message_batches (
    id           uuid        PRIMARY KEY,
    account_id   uuid        NOT NULL,
    text         text        NOT NULL,
    instance_ids uuid[]      NOT NULL,
    group_id     uuid,
    status       text        NOT NULL CHECK (status IN ('EXPANDING', 'QUEUED', 'FAILED')),
    requested    bigint      NOT NULL,
    queued       bigint      NOT NULL,
    quota_month  timestamptz NOT NULL,
    created_at   timestamptz NOT NULL,
    failure      text,
    CHECK (queued BETWEEN 0 AND requested)
);

CREATE TABLE expansions (
    batch_id     uuid        PRIMARY KEY REFERENCES message_batches,
    cursor       text,
    attempts     integer     NOT NULL DEFAULT 0,
    due_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    owner        uuid,
    leased_until timestamptz
);
CREATE INDEX expansions_by_due ON expansions (due_at);
COMMENT ON TABLE expansions IS 'Group batches whose members are still being collected; the row goes with the last page.';
