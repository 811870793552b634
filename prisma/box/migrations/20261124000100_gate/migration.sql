-- The gate only shuts: a box that was closed takes no ballot again, a frozen or void one stays what it is
-- (a frozen one can still be voided, before it is opened). Back to armed it goes while it is empty.
CREATE FUNCTION keep_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND NOT (
       OLD.state = 'armed' AND NEW.state IN ('open', 'closed', 'void')
       OR OLD.state = 'open' AND NEW.state IN ('closed', 'void')
       OR OLD.state = 'open' AND NEW.state = 'armed' AND NOT EXISTS (SELECT 1 FROM box.box_open b WHERE b.round_id = OLD.round_id)
       OR OLD.state = 'closed' AND NEW.state IN ('frozen', 'void')
       OR OLD.state = 'frozen' AND NEW.state = 'void')
     OR (NEW.round_id, NEW.manifest_hash, NEW.paper_key, NEW.scrutineers, NEW.threshold, NEW.options)
        IS DISTINCT FROM (OLD.round_id, OLD.manifest_hash, OLD.paper_key, OLD.scrutineers, OLD.threshold, OLD.options) THEN
    RAISE EXCEPTION 'the gate of a box only shuts' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_gate';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER round_gate BEFORE UPDATE ON round FOR EACH ROW EXECUTE FUNCTION keep_gate();

-- A ballot enters the frozen box only from the open one, while it is being frozen.
CREATE FUNCTION keep_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM box.box_open b WHERE b.round_id = NEW.round_id AND b.pk = NEW.pk AND b.box = NEW.box) THEN
    RAISE EXCEPTION 'the frozen box takes nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'box_takes_nothing';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER box_takes_nothing BEFORE INSERT ON box FOR EACH ROW EXECUTE FUNCTION keep_frozen();
