-- The box (票箱): sealed ballots and nothing that could name a delegate, neither a column nor an order.
-- It has a schema of its own and may live in a database of its own (BOX_DATABASE_URL).

-- What a cast must know of its round, and the gate that closing shuts: a batch of casts takes the row
-- FOR SHARE, closing takes it FOR UPDATE, so no cast slips in after the close.
CREATE TABLE round (
  round_id text PRIMARY KEY,
  manifest_hash bytea NOT NULL CHECK (octet_length(manifest_hash) = 32),
  -- RSA-3072 modulus of the stamp key.
  paper_key bytea NOT NULL CHECK (octet_length(paper_key) = 384),
  scrutineers int NOT NULL CHECK (scrutineers >= 3),
  threshold int NOT NULL CHECK (threshold >= 2 AND threshold < scrutineers),
  options int NOT NULL CHECK (options >= 2),
  state text NOT NULL CHECK (state IN ('armed', 'open', 'closed', 'frozen', 'void')),
  -- The running countdown's end; casts are accepted until the state is closed.
  closes_at timestamptz
);

-- Ballots as they come: no id, no instant, no sequence; inserted in sorted batches.
CREATE TABLE box_open (
  round_id text NOT NULL REFERENCES round,
  pk bytea NOT NULL CHECK (octet_length(pk) = 32),
  stamp bytea NOT NULL CHECK (octet_length(stamp) = 384),
  box bytea NOT NULL,
  sig bytea NOT NULL CHECK (octet_length(sig) = 64),
  -- One ballot on one paper.
  PRIMARY KEY (round_id, pk)
);

-- The frozen box, written by one statement in the order of its keys, so that xmin and ctid say nothing.
CREATE TABLE box (
  round_id text NOT NULL REFERENCES round,
  pk bytea NOT NULL CHECK (octet_length(pk) = 32),
  stamp bytea NOT NULL CHECK (octet_length(stamp) = 384),
  box bytea NOT NULL,
  sig bytea NOT NULL CHECK (octet_length(sig) = 64),
  PRIMARY KEY (round_id, pk)
);

-- A ballot in the open box is never changed, and leaves it only when the box is frozen.
CREATE FUNCTION keep_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM box.box b WHERE b.round_id = OLD.round_id AND b.pk = OLD.pk AND b.box = OLD.box) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a ballot stays in the box' USING ERRCODE = 'check_violation', CONSTRAINT = 'box_open_keeps';
END $$;
CREATE TRIGGER box_open_keeps BEFORE UPDATE OR DELETE ON box_open FOR EACH ROW EXECUTE FUNCTION keep_ballot();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the frozen box never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'box_append_only';
END $$;
CREATE TRIGGER box_append_only BEFORE UPDATE OR DELETE ON box FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER box_no_truncate BEFORE TRUNCATE ON box FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER box_open_no_truncate BEFORE TRUNCATE ON box_open FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
