-- A congress that was given up before it was published can be deleted too, and a scrutineer can be the second person.
ALTER TABLE deleted_congress ALTER COLUMN published_at DROP NOT NULL;
ALTER TABLE deleted_congress ALTER COLUMN due_on DROP NOT NULL;
ALTER TABLE deleted_congress ADD COLUMN confirmed_as text NOT NULL DEFAULT 'clerk'
  CONSTRAINT deleted_congress_confirmed_as CHECK (confirmed_as IN ('clerk', 'scrutineer'));

-- What has a day stays until it, by the calendar of China, but for a rehearsal; without a day is only what was never
-- published.
ALTER TABLE deleted_congress DROP CONSTRAINT deleted_congress_due;
ALTER TABLE deleted_congress ADD CONSTRAINT deleted_congress_due CHECK (
  (due_on IS NULL AND published_at IS NULL)
  OR (due_on IS NOT NULL AND due_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
      AND (rehearsal OR to_char(deleted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') >= due_on)));

-- No congress goes while a round is between arming and the opening of its box; what was published is not passed off as
-- given up, nor what was voted as never begun.
CREATE FUNCTION want_deletable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM round r WHERE r.congress_id = NEW.id AND r.state IN ('armed', 'open', 'closed', 'confirmed', 'frozen')) THEN
    RAISE EXCEPTION 'a round of the congress is under way' USING ERRCODE = 'check_violation', CONSTRAINT = 'deleted_congress_under_way';
  END IF;
  IF NEW.published_at IS NULL AND EXISTS (SELECT 1 FROM congress c WHERE c.id = NEW.id AND c.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the congress was published' USING ERRCODE = 'check_violation', CONSTRAINT = 'deleted_congress_published';
  END IF;
  IF NEW.due_on IS NULL AND EXISTS (SELECT 1 FROM round r WHERE r.congress_id = NEW.id
      AND (r.hand_count IS NOT NULL OR EXISTS (SELECT 1 FROM paper_issue p WHERE p.round_id = r.id))) THEN
    RAISE EXCEPTION 'what was voted is kept for its time' USING ERRCODE = 'check_violation', CONSTRAINT = 'deleted_congress_voted';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deleted_congress_deletable BEFORE INSERT ON deleted_congress FOR EACH ROW EXECUTE FUNCTION want_deletable();
