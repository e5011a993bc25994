--liquibase formatted sql

--changeset billing:0001-create-packages
CREATE TABLE packages (
    package_id      uuid PRIMARY KEY,
    current_version integer     NOT NULL CHECK (current_version > 0),
    status          text        NOT NULL CHECK (status IN ('ACTIVE', 'RETIRED')),
    created_at      timestamptz NOT NULL,
    created_by      uuid        NOT NULL
);

-- A row is never edited: a subscriber keeps the version that was bought.
CREATE TABLE package_versions (
    package_id         uuid        NOT NULL REFERENCES packages,
    version            integer     NOT NULL CHECK (version > 0),
    name               text        NOT NULL,
    slug               text        NOT NULL,
    description        text,
    monthly_minor      bigint      NOT NULL CHECK (monthly_minor > 0),
    annual_minor       bigint      NOT NULL CHECK (annual_minor > 0),
    currency           char(3)     NOT NULL,
    devices            integer CHECK (devices >= 0),
    contacts           integer CHECK (contacts >= 0),
    messages           integer CHECK (messages >= 0),
    ai_replies         integer CHECK (ai_replies >= 0),
    broadcasts         integer CHECK (broadcasts >= 0),
    api_access         boolean     NOT NULL,
    scheduled_messages boolean     NOT NULL,
    group_management   boolean     NOT NULL,
    analytics          boolean     NOT NULL,
    visibility         text        NOT NULL CHECK (visibility IN ('PUBLIC', 'SUBDEALER_ONLY')),
    created_at         timestamptz NOT NULL,
    created_by         uuid        NOT NULL,
    PRIMARY KEY (package_id, version)
);

--changeset billing:0001-protect-package-versions splitStatements:false
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER package_versions_append_only BEFORE UPDATE OR DELETE ON package_versions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
