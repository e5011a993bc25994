--liquibase formatted sql

--changeset billing:0007-create-purchases
CREATE TABLE purchases (
    purchase_id     uuid PRIMARY KEY,
    account_id      uuid        NOT NULL,
    bought_by       uuid        NOT NULL,
    package_id      uuid        NOT NULL,
    package_version integer     NOT NULL,
    cycle           text        NOT NULL CHECK (cycle IN ('MONTHLY', 'ANNUAL')),
    method          text        NOT NULL,
    wallet_minor    bigint      NOT NULL CHECK (wallet_minor >= 0),
    money_minor     bigint      NOT NULL CHECK (money_minor >= 0),
    currency        char(3)     NOT NULL,
    status          text        NOT NULL CHECK (status IN ('PENDING', 'PAID', 'FAILED', 'SUPERSEDED', 'EXPIRED')),
    hold_id         uuid REFERENCES wallet_holds,
    invoice_id      uuid        NOT NULL UNIQUE REFERENCES invoices,
    payment_id      uuid        NOT NULL UNIQUE REFERENCES payments,
    created_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    FOREIGN KEY (package_id, package_version) REFERENCES package_versions,
    CHECK (wallet_minor + money_minor > 0),
    CHECK ((wallet_minor > 0) = (hold_id IS NOT NULL)),
    CHECK ((status = 'PENDING') = (ended_at IS NULL))
);
CREATE INDEX purchases_by_account ON purchases (account_id, purchase_id);
CREATE UNIQUE INDEX purchases_one_open_per_account ON purchases (account_id) WHERE status = 'PENDING';
