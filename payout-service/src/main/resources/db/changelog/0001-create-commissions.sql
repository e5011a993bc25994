--liquibase formatted sql

--changeset payout-service:0001-create-commissions
CREATE TABLE commission_plans (
    sub_dealer_id uuid NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    rate numeric(4, 2) NOT NULL CHECK (rate BETWEEN 5.00 AND 15.00),
    refund_window_days integer NOT NULL CHECK (refund_window_days >= 0),
    set_by uuid NOT NULL,
    effective_from timestamptz NOT NULL,
    PRIMARY KEY (sub_dealer_id, version)
);

CREATE TABLE commissions (
    id uuid PRIMARY KEY,
    sub_dealer_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    invoice_id uuid NOT NULL CONSTRAINT commissions_once_per_invoice UNIQUE,
    base_minor bigint NOT NULL CHECK (base_minor > 0),
    rate numeric(4, 2) NOT NULL CHECK (rate BETWEEN 5.00 AND 15.00),
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    currency char(3) NOT NULL,
    status text NOT NULL CHECK (status IN ('PENDING', 'PAYABLE', 'LOCKED', 'PAID')),
    refundable_until timestamptz NOT NULL,
    held_by uuid,
    cleared_at timestamptz,
    accrued_at timestamptz NOT NULL,
    payable_at timestamptz,
    CHECK (cleared_at IS NULL OR held_by IS NOT NULL),
    CHECK ((status = 'PENDING') = (payable_at IS NULL)),
    CHECK (status = 'PENDING' OR held_by IS NULL OR cleared_at IS NOT NULL)
);

CREATE INDEX commissions_of_sub_dealer ON commissions (sub_dealer_id, id DESC);
CREATE INDEX commissions_to_release ON commissions (refundable_until) WHERE status = 'PENDING';
CREATE INDEX commissions_to_pay ON commissions (sub_dealer_id, currency, accrued_at, id) WHERE status = 'PAYABLE';
