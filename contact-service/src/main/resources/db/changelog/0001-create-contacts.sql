--liquibase formatted sql

--changeset contact-service:0001-create-contacts
CREATE TABLE address_books (
    account_id uuid   PRIMARY KEY,
    contacts   bigint NOT NULL CHECK (contacts >= 0)
);
COMMENT ON TABLE address_books IS 'How many contacts an account has; locked before one is added or deleted.';

CREATE TABLE contacts (
    id         uuid        PRIMARY KEY,
    account_id uuid        NOT NULL,
    phone      text        NOT NULL,
    name       text,
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (account_id, phone)
);
CREATE INDEX contacts_by_account ON contacts (account_id, id);
