--liquibase formatted sql

--changeset contact-service:0002-create-consents
CREATE TABLE consents (
    contact_id uuid        PRIMARY KEY,
    account_id uuid        NOT NULL,
    phone      text        NOT NULL,
    subscribed boolean     NOT NULL,
    blocked    boolean     NOT NULL,
    version    bigint      NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (account_id, phone)
);
COMMENT ON TABLE consents IS 'No foreign key to contacts on purpose: an opt-out outlives its contact.';
