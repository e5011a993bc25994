--liquibase formatted sql

--changeset contact-service:0003-create-groups
CREATE TABLE contact_groups (
    id         uuid        PRIMARY KEY,
    account_id uuid        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX contact_groups_by_name ON contact_groups (account_id, lower(name));
CREATE INDEX contact_groups_by_account ON contact_groups (account_id, id);

CREATE TABLE contact_group_members (
    group_id   uuid NOT NULL REFERENCES contact_groups ON DELETE CASCADE,
    contact_id uuid NOT NULL REFERENCES contacts ON DELETE CASCADE,
    PRIMARY KEY (group_id, contact_id)
);
CREATE INDEX contact_group_members_by_contact ON contact_group_members (contact_id);
