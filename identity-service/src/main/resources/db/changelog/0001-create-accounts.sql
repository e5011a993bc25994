--liquibase formatted sql

--changeset identity-service:0001-create-accounts
CREATE TABLE accounts (
    id                  uuid PRIMARY KEY,
    parent_id           uuid REFERENCES accounts (id),
    path                uuid[] NOT NULL,
    tier                text NOT NULL CHECK (tier IN ('OWNER', 'SUBDEALER', 'CUSTOMER')),
    name                text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    status              text NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'CLOSED')),
    suspended_by        uuid REFERENCES accounts (id),
    currency            char(3) NOT NULL,
    time_zone           text NOT NULL,
    version             bigint NOT NULL,
    registered_at       timestamptz NOT NULL,
    CHECK (path[cardinality(path)] = id),
    CHECK ((parent_id IS NULL) = (tier = 'OWNER'))
);
COMMENT ON COLUMN accounts.path IS 'from the root account down to this one; fixed while the account has this parent';
COMMENT ON COLUMN accounts.suspended_by IS 'the account whose user suspended it: only that one and those above it reinstate';

CREATE UNIQUE INDEX accounts_one_root ON accounts ((parent_id IS NULL)) WHERE parent_id IS NULL;
CREATE INDEX accounts_path ON accounts USING gin (path);
CREATE INDEX accounts_parent ON accounts (parent_id);
