--liquibase formatted sql

--changeset voucher-service:0002-create-redemptions
CREATE TABLE redemptions (
    id uuid PRIMARY KEY,
    voucher_id uuid NOT NULL REFERENCES vouchers,
    batch_id uuid NOT NULL REFERENCES voucher_batches,
    use_number integer NOT NULL CHECK (use_number > 0),
    account_id uuid NOT NULL,
    user_id uuid NOT NULL,
    value_minor bigint NOT NULL CHECK (value_minor > 0),
    currency char(3) NOT NULL,
    redeemed_at timestamptz NOT NULL,
    CONSTRAINT redemptions_use_a_voucher_once UNIQUE (voucher_id, use_number)
);

CREATE INDEX redemptions_of_account ON redemptions (account_id, id DESC);
CREATE INDEX redemptions_of_batch ON redemptions (batch_id, id DESC);

CREATE TABLE guess_counters (
    subject text PRIMARY KEY,
    guesses integer NOT NULL CHECK (guesses > 0),
    window_ends_at timestamptz NOT NULL,
    locked_until timestamptz
);
