-- A round of a congress that was deleted: its box goes whole, and is never set up again. The id is all that is left.
CREATE TABLE deleted_round (round_id text PRIMARY KEY);

CREATE FUNCTION round_goes(id text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM box.deleted_round d WHERE d.round_id = id)
$$;
DROP TRIGGER box_open_keeps ON box_open;
CREATE TRIGGER box_open_keeps BEFORE UPDATE ON box_open FOR EACH ROW EXECUTE FUNCTION keep_ballot();
CREATE TRIGGER box_open_stays BEFORE DELETE ON box_open FOR EACH ROW WHEN (NOT box.round_goes(OLD.round_id)) EXECUTE FUNCTION keep_ballot();
DROP TRIGGER box_append_only ON box;
CREATE TRIGGER box_append_only BEFORE UPDATE ON box FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER box_stays BEFORE DELETE ON box FOR EACH ROW WHEN (NOT box.round_goes(OLD.round_id)) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deleted_round_stays BEFORE UPDATE OR DELETE ON deleted_round FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- All of a box or nothing of it; ballots hang on the round.
CREATE FUNCTION want_whole_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM box.round r WHERE r.round_id = NEW.round_id) THEN
    RAISE EXCEPTION 'a box goes whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'deleted_round_whole';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER deleted_round_whole AFTER INSERT ON deleted_round
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION want_whole_round();
CREATE FUNCTION refuse_deleted_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF box.round_goes(NEW.round_id) THEN
    RAISE EXCEPTION 'a deleted box is never set up again' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_deleted';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER round_deleted BEFORE INSERT ON round FOR EACH ROW EXECUTE FUNCTION refuse_deleted_round();
