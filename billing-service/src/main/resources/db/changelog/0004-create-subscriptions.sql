--liquibase formatted sql

--changeset billing:0004-create-subscriptions
CREATE TABLE subscriptions (
    subscription_id    uuid PRIMARY KEY,
    account_id         uuid        NOT NULL UNIQUE,
    account_path       uuid[]      NOT NULL,
    version            bigint      NOT NULL CHECK (version > 0),
    status             text        NOT NULL CHECK (status IN ('TRIALING', 'ACTIVE', 'EXPIRED')),
    package_id         uuid,
    package_version    integer,
    package_name       text        NOT NULL,
    plan               text        NOT NULL,
    cycle              text        NOT NULL CHECK (cycle IN ('TRIAL', 'MONTHLY', 'ANNUAL', 'FIXED')),
    currency           char(3)     NOT NULL,
    time_zone          text        NOT NULL,
    billing_day        smallint    NOT NULL CHECK (billing_day BETWEEN 1 AND 31),
    period_start       timestamptz NOT NULL,
    period_end         timestamptz NOT NULL,
    devices            integer,
    contacts           integer,
    messages           integer,
    ai_replies         integer,
    broadcasts         integer,
    api_access         boolean     NOT NULL,
    scheduled_messages boolean     NOT NULL,
    group_management   boolean     NOT NULL,
    analytics          boolean     NOT NULL,
    changed_at         timestamptz NOT NULL,
    CHECK (period_start < period_end),
    CHECK ((package_id IS NULL) = (cycle = 'TRIAL')),
    FOREIGN KEY (package_id, package_version) REFERENCES package_versions
);
CREATE INDEX subscriptions_to_expire ON subscriptions (period_end) WHERE status <> 'EXPIRED';
