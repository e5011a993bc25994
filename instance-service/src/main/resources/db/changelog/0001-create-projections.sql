--liquibase formatted sql

--changeset instance:0001-entitlements
CREATE TABLE entitlements (
    account_id      uuid PRIMARY KEY,
    subscription_id uuid        NOT NULL,
    version         bigint      NOT NULL,
    expired         boolean     NOT NULL,
    devices         integer,
    period_start    timestamptz NOT NULL,
    period_end      timestamptz NOT NULL
);
COMMENT ON TABLE entitlements IS 'What billing.subscription last said of an account; devices NULL means unlimited.';

--changeset instance:0001-consents
CREATE TABLE consents (
    contact_id uuid PRIMARY KEY,
    version    bigint  NOT NULL,
    account_id uuid    NOT NULL,
    phone      text    NOT NULL,
    refused    boolean NOT NULL
);
CREATE INDEX consents_refused ON consents (account_id, phone) WHERE refused;
COMMENT ON TABLE consents IS 'What contact.consent last said of a contact: unsubscribed or blocked means refused.';

--changeset instance:0001-nodes
CREATE TABLE nodes (
    server_id       uuid PRIMARY KEY,
    version         bigint  NOT NULL,
    name            text    NOT NULL,
    status          text    NOT NULL,
    boot_id         uuid,
    exited_boot_ids uuid[]  NOT NULL,
    url             text,
    engines         jsonb   NOT NULL,
    max_devices     integer NOT NULL,
    region          text,
    public_key      jsonb,
    heard_at        timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE nodes IS 'What registry.server-health last said of a WhatsApp server.';
