--liquibase formatted sql

--changeset messaging-service:0002-create-quotas
CREATE TABLE quotas (
    account_id uuid        NOT NULL,
    month      timestamptz NOT NULL,
    used       bigint      NOT NULL CHECK (used >= 0),
    PRIMARY KEY (account_id, month)
) WITH (fillfactor = 50);
COMMENT ON COLUMN quotas.month IS 'First moment of the quota month: an anniversary of the period start.';
