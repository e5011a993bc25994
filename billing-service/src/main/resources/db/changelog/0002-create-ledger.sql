--liquibase formatted sql

--changeset billing:0002-create-ledger
-- Amounts are signed: a debit is positive, a credit negative. A liability that is owed therefore stands below zero.
CREATE TABLE ledger_accounts (
    ledger_account_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code              text    NOT NULL,
    -- the nil uuid is the house itself
    owner_id          uuid    NOT NULL,
    currency          char(3) NOT NULL,
    balance           bigint  NOT NULL DEFAULT 0,
    -- LIABILITY: may never be overdrawn into a debit; ASSET: may never turn into a credit; FREE: may be either
    side              text    NOT NULL CHECK (side IN ('LIABILITY', 'ASSET', 'FREE')),
    UNIQUE (code, owner_id, currency),
    CONSTRAINT ledger_accounts_not_overdrawn CHECK (CASE side WHEN 'LIABILITY' THEN balance <= 0
                                                              WHEN 'ASSET' THEN balance >= 0
                                                              ELSE true END)
);
CREATE INDEX ledger_accounts_by_owner ON ledger_accounts (owner_id);

CREATE TABLE ledger_entries (
    entry_id    uuid PRIMARY KEY,
    kind        text        NOT NULL,
    reference   uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    UNIQUE (kind, reference)
);

CREATE TABLE ledger_postings (
    posting_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id          uuid    NOT NULL REFERENCES ledger_entries,
    ledger_account_id bigint  NOT NULL REFERENCES ledger_accounts,
    amount            bigint  NOT NULL CHECK (amount <> 0),
    currency          char(3) NOT NULL
);
CREATE INDEX ledger_postings_by_entry ON ledger_postings (entry_id);
CREATE INDEX ledger_postings_by_account ON ledger_postings (ledger_account_id, posting_id);

--changeset billing:0002-protect-ledger splitStatements:false
CREATE FUNCTION check_entry_balances() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF (SELECT count(*) < 2 FROM ledger_postings p WHERE p.entry_id = NEW.entry_id) THEN
        RAISE EXCEPTION 'ledger entry % has fewer than two postings', NEW.entry_id USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM ledger_postings p WHERE p.entry_id = NEW.entry_id
               GROUP BY p.currency HAVING sum(p.amount) <> 0) THEN
        RAISE EXCEPTION 'ledger entry % does not balance', NEW.entry_id USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM ledger_postings p JOIN ledger_accounts a USING (ledger_account_id)
               WHERE p.entry_id = NEW.entry_id AND p.currency <> a.currency) THEN
        RAISE EXCEPTION 'ledger entry % posts to an account of another currency', NEW.entry_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER ledger_entries_balance AFTER INSERT ON ledger_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balances();
CREATE CONSTRAINT TRIGGER ledger_postings_balance AFTER INSERT ON ledger_postings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balances();

CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE ON ledger_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entries_never_truncated BEFORE TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_postings_append_only BEFORE UPDATE OR DELETE ON ledger_postings
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_postings_never_truncated BEFORE TRUNCATE ON ledger_postings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
