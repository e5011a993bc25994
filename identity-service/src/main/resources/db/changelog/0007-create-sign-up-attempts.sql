--liquibase formatted sql

--changeset identity-service:0007-create-sign-up-attempts
CREATE TABLE sign_up_attempts (
    id     uuid PRIMARY KEY,
    source text NOT NULL,
    email  bytea NOT NULL,
    at     timestamptz NOT NULL
);
COMMENT ON COLUMN sign_up_attempts.email IS 'SHA-256 of the address: enough to count, not enough to read';
CREATE INDEX sign_up_attempts_source ON sign_up_attempts (source, at);
CREATE INDEX sign_up_attempts_email ON sign_up_attempts (email, at);
