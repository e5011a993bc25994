--liquibase formatted sql

--changeset billing:0006-create-payments
-- One row is one attempt: its id is the order id that a provider sees.
CREATE TABLE payments (
    payment_id          uuid PRIMARY KEY,
    account_id          uuid        NOT NULL,
    account_path        uuid[]      NOT NULL,
    type                text        NOT NULL CHECK (type IN ('PURCHASE', 'RECHARGE')),
    method              text        NOT NULL CHECK (method IN ('GATEWAY', 'CASH', 'BANK', 'UPI', 'WALLET')),
    provider            text,
    provider_payment_id text,
    amount_minor        bigint      NOT NULL CHECK (amount_minor > 0),
    currency            char(3)     NOT NULL,
    status              text        NOT NULL
        CHECK (status IN ('PENDING', 'UNKNOWN', 'SUCCESS', 'FAILED', 'CANCELLED')),
    invoice_id          uuid,
    reference           text,
    note                text,
    confirmed_by        uuid,
    reason              text,
    asks                integer     NOT NULL DEFAULT 0,
    next_ask_at         timestamptz,
    created_at          timestamptz NOT NULL,
    expires_at          timestamptz NOT NULL,
    settled_at          timestamptz,
    UNIQUE (provider, provider_payment_id),
    CHECK ((method = 'GATEWAY') = (provider IS NOT NULL)),
    CHECK ((status = 'SUCCESS') = (settled_at IS NOT NULL))
);
CREATE INDEX payments_by_account ON payments (account_id, payment_id);
CREATE INDEX payments_to_ask ON payments (next_ask_at) WHERE next_ask_at IS NOT NULL;
CREATE INDEX payments_to_expire ON payments (expires_at) WHERE status = 'PENDING' AND method <> 'GATEWAY';

-- An authentic notification is only a reason to ask the provider. Its claimed id is not signed, so it is no part of
-- what makes a row: a replay with other ids adds none.
CREATE TABLE payment_triggers (
    trigger_id  uuid PRIMARY KEY,
    provider    text        NOT NULL,
    payment_id  uuid        NOT NULL REFERENCES payments,
    claimed_id  text        NOT NULL,
    status      text        NOT NULL,
    received_at timestamptz NOT NULL,
    due_at      timestamptz,
    done_at     timestamptz,
    UNIQUE (payment_id, status),
    CHECK ((due_at IS NULL) = (done_at IS NOT NULL))
);
CREATE INDEX payment_triggers_due ON payment_triggers (due_at) WHERE due_at IS NOT NULL;
