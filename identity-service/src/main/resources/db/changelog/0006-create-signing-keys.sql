--liquibase formatted sql

--changeset identity-service:0006-create-signing-keys
CREATE TABLE signing_keys (
    kid         text PRIMARY KEY,
    public_jwk  text NOT NULL,
    sealed      bytea NOT NULL,
    active_from timestamptz NOT NULL UNIQUE
);
COMMENT ON TABLE signing_keys IS 'the newest key with active_from in the past signs; the others only verify';
