--liquibase formatted sql

--changeset platform:inbox-0001-create
CREATE TABLE inbox (
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_by_age ON inbox (received_at);
COMMENT ON TABLE inbox IS 'Events whose effect is committed; written in the transaction of the effect.';

CREATE TABLE inbox_parked (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer   text        NOT NULL,
    topic      text        NOT NULL,
    partition  integer     NOT NULL,
    position   bigint      NOT NULL,
    event_key  text        NOT NULL,
    event_id   uuid,
    event_type text,
    event_time timestamptz,
    body       text        NOT NULL,
    reason     text        NOT NULL,
    parked_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (consumer, topic, partition, position)
);
CREATE INDEX inbox_parked_by_key ON inbox_parked (consumer, topic, event_key, id);
COMMENT ON TABLE inbox_parked IS 'A poison record and, in order, everything of its key that came behind it.';

CREATE TABLE idempotency_key (
    scope      text        NOT NULL,
    operation  text        NOT NULL,
    key        text        NOT NULL,
    body_hash  bytea       NOT NULL,
    status     integer     NOT NULL,
    location   text,
    etag       text,
    body       text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scope, operation, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);
