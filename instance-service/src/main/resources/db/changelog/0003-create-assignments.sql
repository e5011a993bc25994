--liquibase formatted sql

--changeset instance:0003-assignments
CREATE TABLE assignments (
    instance_id   uuid PRIMARY KEY REFERENCES instances (id) ON DELETE CASCADE,
    engine        text        NOT NULL,
    phase         text        NOT NULL DEFAULT 'VACANT'
        CHECK (phase IN ('VACANT', 'STARTING', 'RUNNING', 'STOPPING')),
    server_id     uuid,
    boot_id       uuid,
    epoch         bigint      NOT NULL DEFAULT 0,
    expires_at    timestamptz,
    command_after timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((phase = 'VACANT') = (server_id IS NULL)),
    CHECK ((server_id IS NULL) = (boot_id IS NULL) AND (server_id IS NULL) = (expires_at IS NULL))
) WITH (fillfactor = 50);
CREATE INDEX assignments_of_server ON assignments (server_id);
COMMENT ON TABLE assignments IS
    'Who holds which session. Renewals rewrite expires_at every few seconds: it has no index, so they stay in the page.';

--changeset instance:0003-epochs
CREATE TABLE epochs (
    instance_id uuid        NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
    epoch       bigint      NOT NULL,
    server_id   uuid        NOT NULL,
    boot_id     uuid        NOT NULL,
    assigned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (instance_id, epoch)
);
COMMENT ON TABLE epochs IS 'Which node held which epoch: a node is believed about nothing else.';

--changeset instance:0003-pulse
CREATE TABLE pulse (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    beat_at   timestamptz NOT NULL,
    resume_at timestamptz NOT NULL
);
COMMENT ON TABLE pulse IS 'When any replica was last at work; after a gap no lease counts as expired before resume_at.';
