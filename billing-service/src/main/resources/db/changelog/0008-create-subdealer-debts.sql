--liquibase formatted sql

--changeset billing:0008-create-subdealer-debts
CREATE TABLE credit_limits (
    subdealer_id uuid PRIMARY KEY,
    limit_minor  bigint      NOT NULL CHECK (limit_minor >= 0),
    currency     char(3)     NOT NULL,
    changed_at   timestamptz NOT NULL,
    changed_by   uuid        NOT NULL
);

-- Money of a customer that a sub-dealer has taken and not yet handed on.
CREATE TABLE subdealer_debts (
    debt_id           uuid PRIMARY KEY,
    subdealer_id      uuid        NOT NULL,
    customer_id       uuid        NOT NULL,
    payment_id        uuid        NOT NULL UNIQUE REFERENCES payments,
    purpose           text        NOT NULL CHECK (purpose IN ('PURCHASE', 'RECHARGE')),
    amount_minor      bigint      NOT NULL CHECK (amount_minor > 0),
    outstanding_minor bigint      NOT NULL CHECK (outstanding_minor BETWEEN 0 AND amount_minor),
    currency          char(3)     NOT NULL,
    created_at        timestamptz NOT NULL,
    cleared_at        timestamptz,
    CHECK ((outstanding_minor = 0) = (cleared_at IS NOT NULL))
);
CREATE INDEX subdealer_debts_open ON subdealer_debts (subdealer_id, debt_id) WHERE outstanding_minor > 0;
CREATE INDEX subdealer_debts_of_customer ON subdealer_debts (customer_id) WHERE outstanding_minor > 0;

-- An invoice is cleared when every debt that its money came through is.
CREATE TABLE debt_invoices (
    debt_id    uuid NOT NULL REFERENCES subdealer_debts,
    invoice_id uuid NOT NULL REFERENCES invoices,
    PRIMARY KEY (debt_id, invoice_id)
);
CREATE INDEX debt_invoices_by_invoice ON debt_invoices (invoice_id);
