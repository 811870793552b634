-- An approved change of device serves the one login session that takes the paper up.
ALTER TABLE reopening ADD COLUMN taken_up_by text;

-- Nothing is taken up without approval.
ALTER TABLE reopening ADD CONSTRAINT reopening_taken_up_approved CHECK (taken_up_by IS NULL OR approved_at IS NOT NULL);

-- Whoever took it up stays the one: a second device needs an approval of its own.
CREATE FUNCTION keep_taken_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.taken_up_by IS DISTINCT FROM OLD.taken_up_by THEN
    RAISE EXCEPTION 'this approval has served another device' USING ERRCODE = 'check_violation', CONSTRAINT = 'reopening_taken_up_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reopening_taken_up_once BEFORE UPDATE ON reopening
  FOR EACH ROW WHEN (OLD.taken_up_by IS NOT NULL) EXECUTE FUNCTION keep_taken_up();
