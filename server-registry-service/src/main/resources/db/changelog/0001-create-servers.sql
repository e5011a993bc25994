--liquibase formatted sql

--changeset server-registry:0001-servers
CREATE TABLE servers (
    id                uuid PRIMARY KEY DEFAULT uuidv7(),
    name              text        NOT NULL UNIQUE,
    max_devices       integer     NOT NULL CHECK (max_devices > 0),
    region            text,
    labels            jsonb       NOT NULL DEFAULT '{}',
    created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_by        uuid        NOT NULL,
    public_key        jsonb,
    version           bigint      NOT NULL DEFAULT 0,
    status            text        NOT NULL DEFAULT 'OFFLINE'
        CHECK (status IN ('ONLINE', 'SUSPECT', 'OFFLINE', 'MAINTENANCE', 'DRAINING')),
    maintenance       boolean     NOT NULL DEFAULT false,
    exited_boot_ids   uuid[]      NOT NULL DEFAULT '{}',
    published_at      timestamptz,
    boot_id           uuid,
    url               text,
    engines           jsonb,
    node_capacity     jsonb,
    registered_at     timestamptz,
    last_heartbeat_at timestamptz,
    draining          boolean     NOT NULL DEFAULT false,
    metrics           jsonb,
    CHECK (boot_id IS NULL
        OR (url IS NOT NULL AND engines IS NOT NULL AND node_capacity IS NOT NULL
            AND registered_at IS NOT NULL AND last_heartbeat_at IS NOT NULL))
) WITH (fillfactor = 50);

COMMENT ON TABLE servers IS
    'One row per WhatsApp server. Heartbeats rewrite it each second: no index on what they change, so updates stay in the page.';

--changeset server-registry:0001-enrolment-tokens
CREATE TABLE enrolment_tokens (
    token_hash bytea PRIMARY KEY,
    server_id  uuid        NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
    issued_by  uuid        NOT NULL,
    issued_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE UNIQUE INDEX enrolment_tokens_unused ON enrolment_tokens (server_id) WHERE used_at IS NULL;

COMMENT ON COLUMN enrolment_tokens.token_hash IS 'SHA-256 of 256 random bits; the token itself is never stored.';
