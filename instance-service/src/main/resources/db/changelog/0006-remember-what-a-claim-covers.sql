--liquibase formatted sql

--changeset instance:0006-claimed-through
ALTER TABLE lanes ADD COLUMN claimed_through bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN lanes.claimed_through IS 'The last claim gave a node messages up to here, if it came so far.';
