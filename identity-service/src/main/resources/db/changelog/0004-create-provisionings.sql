--liquibase formatted sql

--changeset identity-service:0004-create-provisionings
CREATE TABLE provisionings (
    user_id     uuid PRIMARY KEY REFERENCES users (id),
    subject     text,
    invited_at  timestamptz,
    requested   bigint NOT NULL DEFAULT 1,
    due_at      timestamptz,
    attempts    int NOT NULL DEFAULT 0,
    lease       uuid,
    lease_until timestamptz,
    last_error  text
);
COMMENT ON TABLE provisionings IS 'what Keycloak has of a user, and the task that brings it in line while due_at is set';
COMMENT ON COLUMN provisionings.requested IS 'rises with every request, so that one that comes during the work is not lost';
CREATE INDEX provisionings_due ON provisionings (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE reconciliation (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    after_user  uuid,
    next_at     timestamptz NOT NULL DEFAULT now()
);
INSERT INTO reconciliation DEFAULT VALUES;
