--liquibase formatted sql

--changeset identity-service:0005-create-api-keys
CREATE TABLE api_keys (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES accounts (id),
    user_id      uuid NOT NULL REFERENCES users (id),
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    prefix       text NOT NULL UNIQUE,
    mac          bytea NOT NULL CHECK (length(mac) = 32),
    scopes       text[] NOT NULL,
    status       text NOT NULL CHECK (status IN ('ACTIVE', 'REVOKED')),
    version      bigint NOT NULL,
    issued_at    timestamptz NOT NULL,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
COMMENT ON COLUMN api_keys.mac IS 'HMAC-SHA256 of the whole key under the pepper; the key itself is nowhere';
CREATE INDEX api_keys_account ON api_keys (account_id, id);
