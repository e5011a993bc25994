--liquibase formatted sql

--changeset billing:0003-create-wallet-holds
CREATE TABLE wallet_holds (
    hold_id         uuid PRIMARY KEY,
    account_id      uuid        NOT NULL,
    granted_minor   bigint      NOT NULL CHECK (granted_minor >= 0),
    recharged_minor bigint      NOT NULL CHECK (recharged_minor >= 0),
    currency        char(3)     NOT NULL,
    status          text        NOT NULL CHECK (status IN ('HELD', 'CAPTURED', 'RELEASED')),
    held_at         timestamptz NOT NULL,
    ended_at        timestamptz,
    CHECK (granted_minor + recharged_minor > 0),
    CHECK ((status = 'HELD') = (ended_at IS NULL))
);
CREATE INDEX wallet_holds_by_account ON wallet_holds (account_id) WHERE status = 'HELD';
