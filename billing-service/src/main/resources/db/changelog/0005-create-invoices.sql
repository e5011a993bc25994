--liquibase formatted sql

--changeset billing:0005-create-invoices
CREATE TABLE invoice_numbers (
    series text    NOT NULL,
    year   integer NOT NULL,
    last   bigint  NOT NULL,
    PRIMARY KEY (series, year)
);

CREATE TABLE invoices (
    invoice_id   uuid PRIMARY KEY,
    account_id   uuid        NOT NULL,
    account_path uuid[]      NOT NULL,
    version      bigint      NOT NULL CHECK (version > 0),
    status       text        NOT NULL CHECK (status IN ('DRAFT', 'ISSUED', 'PAID', 'VOID')),
    series       text,
    year         integer,
    number       bigint,
    net_minor    bigint      NOT NULL CHECK (net_minor >= 0),
    tax_minor    bigint      NOT NULL CHECK (tax_minor >= 0),
    currency     char(3)     NOT NULL,
    created_at   timestamptz NOT NULL,
    issued_at    timestamptz,
    paid_at      timestamptz,
    held_by      uuid,
    cleared      boolean     NOT NULL DEFAULT true,
    cleared_at   timestamptz,
    UNIQUE (series, year, number),
    CHECK ((status IN ('ISSUED', 'PAID')) = (number IS NOT NULL AND series IS NOT NULL AND year IS NOT NULL)),
    CHECK (cleared OR held_by IS NOT NULL)
);
CREATE INDEX invoices_by_account ON invoices (account_id, invoice_id);

CREATE TABLE invoice_lines (
    invoice_id       uuid    NOT NULL REFERENCES invoices,
    ordinal          integer NOT NULL,
    description      text    NOT NULL,
    package_id       uuid,
    package_version  integer,
    quantity         integer NOT NULL CHECK (quantity > 0),
    unit_price_minor bigint  NOT NULL,
    net_minor        bigint  NOT NULL,
    tax_rate         numeric(5, 2) NOT NULL,
    tax_minor        bigint  NOT NULL,
    period_start     timestamptz,
    period_end       timestamptz,
    PRIMARY KEY (invoice_id, ordinal)
);

CREATE TABLE invoice_allocations (
    invoice_id   uuid    NOT NULL REFERENCES invoices,
    ordinal      integer NOT NULL,
    source       text    NOT NULL CHECK (source IN ('MONEY', 'RECHARGED_CREDIT', 'GRANTED_CREDIT')),
    method       text    NOT NULL,
    payment_id   uuid,
    amount_minor bigint  NOT NULL CHECK (amount_minor > 0),
    PRIMARY KEY (invoice_id, ordinal)
);

--changeset billing:0005-protect-invoices splitStatements:false
-- An issued invoice never changes; it can only be paid, and what a sub-dealer held of it can clear.
CREATE FUNCTION protect_invoice() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF OLD.status IN ('DRAFT') THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE'
        OR (NEW.invoice_id, NEW.account_id, NEW.account_path, NEW.series, NEW.year, NEW.number, NEW.net_minor,
            NEW.tax_minor, NEW.currency, NEW.created_at, NEW.issued_at)
           IS DISTINCT FROM
           (OLD.invoice_id, OLD.account_id, OLD.account_path, OLD.series, OLD.year, OLD.number, OLD.net_minor,
            OLD.tax_minor, OLD.currency, OLD.created_at, OLD.issued_at)
        OR (NEW.status <> OLD.status AND NOT (OLD.status = 'ISSUED' AND NEW.status = 'PAID'))
        OR (OLD.status = 'PAID' AND (NEW.paid_at, NEW.held_by) IS DISTINCT FROM (OLD.paid_at, OLD.held_by))
        OR (OLD.status = 'PAID' AND OLD.cleared AND NOT NEW.cleared) THEN
        RAISE EXCEPTION 'invoice % is issued and never changes', OLD.invoice_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER invoices_immutable BEFORE UPDATE OR DELETE ON invoices
    FOR EACH ROW EXECUTE FUNCTION protect_invoice();

CREATE FUNCTION protect_invoice_line() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF (SELECT status FROM invoices WHERE invoice_id = COALESCE(NEW.invoice_id, OLD.invoice_id)) <> 'DRAFT' THEN
        RAISE EXCEPTION 'the invoice is issued and its lines never change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER invoice_lines_immutable BEFORE INSERT OR UPDATE OR DELETE ON invoice_lines
    FOR EACH ROW EXECUTE FUNCTION protect_invoice_line();
CREATE TRIGGER invoice_allocations_append_only BEFORE UPDATE OR DELETE ON invoice_allocations
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
