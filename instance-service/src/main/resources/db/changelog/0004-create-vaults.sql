--liquibase formatted sql

--changeset instance:0004-vaults
CREATE TABLE vaults (
    instance_id   uuid PRIMARY KEY REFERENCES instances (id) ON DELETE CASCADE,
    version       bigint      NOT NULL,
    epoch         bigint      NOT NULL,
    sealed        bytea       NOT NULL,
    saved_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    tombstoned_at timestamptz
);
COMMENT ON TABLE vaults IS 'Session state, sealed with AES-256-GCM; a log-out tombstones it and never deletes it.';
