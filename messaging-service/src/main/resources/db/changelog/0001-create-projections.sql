--liquibase formatted sql

--changeset messaging-service:0001-create-projections
CREATE TABLE entitlements (
    account_id   uuid        PRIMARY KEY,
    version      bigint      NOT NULL,
    expired      boolean     NOT NULL,
    period_start timestamptz NOT NULL,
    period_end   timestamptz NOT NULL,
    messages     bigint
);
COMMENT ON COLUMN entitlements.messages IS 'Most messages in a quota month; null is unlimited.';

CREATE TABLE instances (
    id         uuid   PRIMARY KEY,
    account_id uuid   NOT NULL,
    version    bigint NOT NULL,
    state      text   NOT NULL
);

CREATE TABLE consents (
    account_id uuid    NOT NULL,
    phone      text    NOT NULL,
    version    bigint  NOT NULL,
    opted_out  boolean NOT NULL,
    PRIMARY KEY (account_id, phone)
);
