--liquibase formatted sql

--changeset identity-service:0003-create-users
CREATE TABLE users (
    id                  uuid PRIMARY KEY,
    account_id          uuid NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    tier                text NOT NULL CHECK (tier IN ('OWNER', 'SUBDEALER', 'EMPLOYEE', 'CUSTOMER')),
    name                text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email               text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    mobile              text,
    status              text NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED')),
    provisioning        text NOT NULL CHECK (provisioning IN ('PENDING', 'PROVISIONED')),
    sessions_revoked_at timestamptz,
    version             bigint NOT NULL,
    registered_at       timestamptz NOT NULL
);
CREATE UNIQUE INDEX users_email ON users (lower(email));
CREATE INDEX users_account ON users (account_id);

CREATE TABLE user_permission_sets (
    user_id           uuid NOT NULL REFERENCES users (id),
    permission_set_id uuid NOT NULL REFERENCES permission_sets (id),
    PRIMARY KEY (user_id, permission_set_id)
);
