--liquibase formatted sql

--changeset instance:0002-instances
CREATE TABLE instances (
    id         uuid PRIMARY KEY DEFAULT uuidv7(),
    account_id uuid        NOT NULL,
    name       text        NOT NULL,
    engine     text        NOT NULL,
    state      text        NOT NULL DEFAULT 'CREATED',
    reason     text,
    phone      text,
    version    bigint      NOT NULL DEFAULT 1,
    epoch      bigint      NOT NULL DEFAULT 0,
    state_seq  bigint      NOT NULL DEFAULT -1,
    server_id  uuid,
    linked_at  timestamptz,
    created_by uuid        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    deleted_at timestamptz
) WITH (fillfactor = 80);
CREATE INDEX instances_of_account ON instances (account_id, id) WHERE deleted_at IS NULL;
COMMENT ON COLUMN instances.reason IS 'Why the session is in its state, in the words of its node.';
COMMENT ON COLUMN instances.epoch IS 'The epoch whose state reports count; set with each assignment.';
COMMENT ON COLUMN instances.state_seq IS 'Position in the node''s log of the last state report of this epoch.';

--changeset instance:0002-qr-codes
CREATE TABLE qr_codes (
    instance_id uuid PRIMARY KEY REFERENCES instances (id) ON DELETE CASCADE,
    sealed      bytea       NOT NULL,
    attempt     integer     NOT NULL,
    attempts    integer     NOT NULL,
    expires_at  timestamptz NOT NULL
);
COMMENT ON TABLE qr_codes IS 'The code that is shown now, encrypted; gone as soon as the session leaves the QR state.';
