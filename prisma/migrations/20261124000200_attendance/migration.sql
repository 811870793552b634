-- Who was present in a round is settled at its close: a check-in taken back later must not change a file
-- that the tree head binds.
ALTER TABLE roll_entry ADD COLUMN present BOOLEAN;

CREATE FUNCTION keep_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.present IS NOT NULL AND NEW.present IS DISTINCT FROM OLD.present THEN
    RAISE EXCEPTION 'the attendance of a closed round never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'roll_entry_attendance_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER roll_entry_attendance_fixed BEFORE UPDATE ON roll_entry FOR EACH ROW EXECUTE FUNCTION keep_attendance();
