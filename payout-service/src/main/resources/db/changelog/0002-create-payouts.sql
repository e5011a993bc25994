--liquibase formatted sql

--changeset payout-service:0002-create-payouts
CREATE TABLE payouts (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    sub_dealer_id uuid NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    currency char(3) NOT NULL,
    type text NOT NULL CHECK (type IN ('CASH', 'CREDIT', 'BANK_TRANSFER')),
    status text NOT NULL CHECK (status IN ('PENDING', 'APPROVED', 'PAID', 'REJECTED')),
    period_start timestamptz NOT NULL,
    period_end timestamptz NOT NULL,
    commissions integer NOT NULL CHECK (commissions > 0),
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    approved_by uuid,
    approved_at timestamptz,
    closed_by uuid,
    closed_at timestamptz,
    reference text,
    note text,
    CONSTRAINT payouts_are_approved_by_another CHECK (approved_by <> requested_by),
    CHECK (status NOT IN ('APPROVED', 'PAID') OR approved_by IS NOT NULL),
    CHECK ((status IN ('PAID', 'REJECTED')) = (closed_by IS NOT NULL))
);

CREATE INDEX payouts_of_sub_dealer ON payouts (sub_dealer_id, id DESC);

CREATE TABLE payout_items (
    payout_id uuid NOT NULL REFERENCES payouts,
    commission_id uuid NOT NULL REFERENCES commissions,
    live boolean NOT NULL,
    PRIMARY KEY (payout_id, commission_id)
);

CREATE UNIQUE INDEX payout_items_hold_a_commission_once ON payout_items (commission_id) WHERE live;
