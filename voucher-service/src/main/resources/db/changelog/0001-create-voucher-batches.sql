--liquibase formatted sql

--changeset voucher-service:0001-create-voucher-batches
CREATE TABLE voucher_batches (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    type text NOT NULL CHECK (type IN ('CREDIT')),
    status text NOT NULL CHECK (status IN ('GENERATING', 'READY')),
    voucher_count integer NOT NULL CHECK (voucher_count BETWEEN 1 AND 100000),
    generated integer NOT NULL,
    value_minor bigint NOT NULL CHECK (value_minor > 0),
    currency char(3) NOT NULL,
    expires_at timestamptz,
    issued_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    ready_at timestamptz,
    CHECK (generated BETWEEN 0 AND voucher_count),
    CHECK ((status = 'READY') = (generated = voucher_count)),
    CHECK ((status = 'READY') = (ready_at IS NOT NULL))
);

CREATE TABLE voucher_batch_chunks (
    batch_id uuid NOT NULL REFERENCES voucher_batches,
    number integer NOT NULL,
    size integer NOT NULL CHECK (size > 0),
    PRIMARY KEY (batch_id, number)
);

CREATE TABLE vouchers (
    id uuid PRIMARY KEY,
    batch_id uuid NOT NULL REFERENCES voucher_batches,
    code_hash bytea NOT NULL CONSTRAINT vouchers_code_hash_is_unique UNIQUE,
    sealed_code bytea NOT NULL,
    usage_limit integer NOT NULL DEFAULT 1 CHECK (usage_limit > 0),
    used integer NOT NULL DEFAULT 0,
    CHECK (used BETWEEN 0 AND usage_limit)
);

CREATE INDEX vouchers_of_batch ON vouchers (batch_id, id);

CREATE TABLE voucher_code_exports (
    id uuid PRIMARY KEY,
    batch_id uuid NOT NULL REFERENCES voucher_batches,
    user_id uuid NOT NULL,
    codes integer NOT NULL,
    exported_at timestamptz NOT NULL
);
