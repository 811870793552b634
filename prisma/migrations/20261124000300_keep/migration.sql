-- What the hall signed or was told stays, whatever the program does. The tables' owner can take these
-- triggers off: the signatures and the record, which others keep, show that; these stop a mistake.

CREATE TRIGGER paper_issue_no_truncate BEFORE TRUNCATE ON paper_issue FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certification_no_truncate BEFORE TRUNCATE ON certification FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tree_head_no_truncate BEFORE TRUNCATE ON tree_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER objection_append_only BEFORE UPDATE OR DELETE ON objection FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A congress is real or a rehearsal from its first moment: its flag is what keeps secrets out of a real one.
CREATE FUNCTION keep_congress_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.rehearsal IS DISTINCT FROM OLD.rehearsal THEN
    RAISE EXCEPTION 'a real congress stays real' USING ERRCODE = 'check_violation', CONSTRAINT = 'congress_kind_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER congress_kind_fixed BEFORE UPDATE ON congress FOR EACH ROW EXECUTE FUNCTION keep_congress_kind();

-- A certified or void round never changes; a count report is written once.
CREATE FUNCTION keep_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('certified', 'void') AND NEW IS DISTINCT FROM OLD
     OR OLD.count_report IS NOT NULL AND NEW.count_report IS DISTINCT FROM OLD.count_report THEN
    RAISE EXCEPTION 'this of a round never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER round_kept BEFORE UPDATE ON round FOR EACH ROW EXECUTE FUNCTION keep_round();

-- A line of the roll keeps its person and key; it goes only with a manifest that is taken back.
CREATE FUNCTION keep_roll_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.round_id, NEW.no, NEW.delegate_id, NEW.pk) IS DISTINCT FROM (OLD.round_id, OLD.no, OLD.delegate_id, OLD.pk) THEN
    RAISE EXCEPTION 'a line of the roll never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'roll_entry_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER roll_entry_fixed BEFORE UPDATE ON roll_entry FOR EACH ROW EXECUTE FUNCTION keep_roll_entry();

-- A board is withdrawn, never rewritten.
CREATE FUNCTION keep_board() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL
     OR (NEW.id, NEW.round_id, NEW.document, NEW.hash) IS DISTINCT FROM (OLD.id, OLD.round_id, OLD.document, OLD.hash) THEN
    RAISE EXCEPTION 'a board is never rewritten' USING ERRCODE = 'check_violation', CONSTRAINT = 'board_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER board_fixed BEFORE UPDATE OR DELETE ON board FOR EACH ROW EXECUTE FUNCTION keep_board();

-- An outcome is written anew while a ruling can still make another, never after gate 2.
CREATE FUNCTION keep_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR EXISTS (SELECT 1 FROM round r WHERE r.id = OLD.round_id AND r.state = 'certified') THEN
    RAISE EXCEPTION 'a certified outcome never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'outcome_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_fixed BEFORE UPDATE OR DELETE ON outcome FOR EACH ROW EXECUTE FUNCTION keep_outcome();

-- A ruling in effect stays as it was signed.
CREATE FUNCTION keep_ruling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.effective_at IS NOT NULL OR NEW.document IS DISTINCT FROM OLD.document THEN
    RAISE EXCEPTION 'a ruling in effect never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'ruling_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ruling_fixed BEFORE UPDATE OR DELETE ON ruling FOR EACH ROW EXECUTE FUNCTION keep_ruling();

-- A show of hands is superseded, never rewritten.
CREATE FUNCTION keep_adoption() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'superseded_at' IS DISTINCT FROM to_jsonb(OLD) - 'superseded_at' THEN
    RAISE EXCEPTION 'a show of hands is never rewritten' USING ERRCODE = 'check_violation', CONSTRAINT = 'adoption_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER adoption_fixed BEFORE UPDATE OR DELETE ON adoption FOR EACH ROW EXECUTE FUNCTION keep_adoption();
