--liquibase formatted sql

--changeset contact-service:0004-create-entitlements
CREATE TABLE entitlements (
    account_id uuid        PRIMARY KEY,
    version    bigint      NOT NULL,
    expired    boolean     NOT NULL,
    period_end timestamptz NOT NULL,
    contacts   bigint
);
COMMENT ON COLUMN entitlements.contacts IS 'Most contacts the account may keep; null is unlimited.';
