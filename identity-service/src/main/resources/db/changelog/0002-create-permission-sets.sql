--liquibase formatted sql

--changeset identity-service:0002-create-permission-sets
CREATE TABLE permission_sets (
    id          uuid PRIMARY KEY,
    name        text NOT NULL UNIQUE,
    permissions text[] NOT NULL,
    version     bigint NOT NULL
);
