-- The rules that must hold whatever the program does. Each constraint's name is what the
-- repositories turn back into a refusal.

-- A letter that is not revoked: one for each delegate.
CREATE UNIQUE INDEX letter_one_valid ON letter (delegate_id) WHERE revoked_at IS NULL;
ALTER TABLE letter ADD CONSTRAINT letter_pk_length CHECK (octet_length(pk) = 32);

-- A delegate is in the hall once.
CREATE UNIQUE INDEX check_in_once ON check_in (delegate_id) WHERE checked_out_at IS NULL AND undone_at IS NULL;
ALTER TABLE check_in ADD CONSTRAINT check_in_order CHECK (checked_out_at IS NULL OR checked_out_at >= checked_in_at);

ALTER TABLE delegate ADD CONSTRAINT delegate_number_digits CHECK (number ~ '^[0-9]{1,8}$');

-- Money and counts are whole and never negative.
ALTER TABLE project ADD CONSTRAINT project_number_positive CHECK (number >= 1);
ALTER TABLE project ADD CONSTRAINT project_investment_positive CHECK (investment IS NULL OR investment >= 0);
ALTER TABLE adoption ADD CONSTRAINT adoption_counts CHECK (votes_for >= 0 AND votes_against >= 0 AND votes_abstain >= 0);

-- One adoption of each subject counts at a time.
CREATE UNIQUE INDEX adoption_once ON adoption (congress_id, subject) WHERE carried AND superseded_at IS NULL;

-- One chief scrutineer in a congress; keys have their length; an invitation ends with the enrolment.
CREATE UNIQUE INDEX scrutineer_one_chief ON scrutineer (congress_id) WHERE chief;
ALTER TABLE scrutineer ADD CONSTRAINT scrutineer_sign_length CHECK (sign IS NULL OR octet_length(sign) = 32);
ALTER TABLE scrutineer ADD CONSTRAINT scrutineer_chief_no_alternate CHECK (NOT (chief AND alternate));
ALTER TABLE scrutineer ADD CONSTRAINT scrutineer_enrolled_once
  CHECK (sign IS NULL OR (invitation_hash IS NULL AND enrolled_at IS NOT NULL));
ALTER TABLE box_key ADD CONSTRAINT box_key_lengths CHECK (octet_length(box) = 65 AND octet_length(sig) = 64);

-- A key that was handed in never changes: a new key wants a new person on the list and a new adoption.
CREATE FUNCTION refuse_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sign IS NOT NULL AND NEW.sign IS DISTINCT FROM OLD.sign THEN
    RAISE EXCEPTION 'a scrutineer key never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'scrutineer_key_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scrutineer_key_fixed BEFORE UPDATE ON scrutineer FOR EACH ROW EXECUTE FUNCTION refuse_key_change();

-- One round of a congress is in hand at a time.
CREATE UNIQUE INDEX round_one_in_hand ON round (congress_id) WHERE state NOT IN ('certified', 'void');
ALTER TABLE round ADD CONSTRAINT round_places_below_candidates
  CHECK (places >= 1 AND places < cardinality(candidates));
-- Once papers can be drawn, the round has its manifest; once open, a head count.
ALTER TABLE round ADD CONSTRAINT round_armed_has_manifest
  CHECK (state IN ('prepared', 'void') OR (manifest IS NOT NULL AND armed_at IS NOT NULL AND summoned IS NOT NULL));
ALTER TABLE round ADD CONSTRAINT round_open_has_head_count
  CHECK (state IN ('prepared', 'armed', 'void') OR (head_count IS NOT NULL AND opened_at IS NOT NULL));
ALTER TABLE round ADD CONSTRAINT round_closed_has_report
  CHECK (state IN ('prepared', 'armed', 'open', 'void') OR (closed_at IS NOT NULL AND count_report IS NOT NULL));

-- A manifest is the same bytes for ever once papers were drawn.
CREATE FUNCTION refuse_manifest_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'prepared' AND NEW.manifest IS DISTINCT FROM OLD.manifest
     AND EXISTS (SELECT 1 FROM paper_issue WHERE round_id = OLD.id) THEN
    RAISE EXCEPTION 'papers were drawn under this manifest' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_manifest_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER round_manifest_fixed BEFORE UPDATE ON round FOR EACH ROW EXECUTE FUNCTION refuse_manifest_change();

-- One issue for each delegate and round follows from roll_entry (round, delegate) and paper_issue (round, no).
ALTER TABLE roll_entry ADD CONSTRAINT roll_entry_pk_once UNIQUE (round_id, pk);
ALTER TABLE roll_entry ADD CONSTRAINT roll_entry_pk_length CHECK (octet_length(pk) = 32 AND no >= 1);
ALTER TABLE paper_issue ADD CONSTRAINT paper_issue_lengths
  CHECK (octet_length(blinded_message) = 384 AND octet_length(capsule_hash) = 32 AND octet_length(sig) = 64);

-- An issue is never taken back or changed; only its capsule goes, at the close.
CREATE FUNCTION keep_issue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.capsule IS NOT NULL
     OR (NEW.round_id, NEW.no, NEW.blinded_message, NEW.capsule_hash, NEW.sig)
        IS DISTINCT FROM (OLD.round_id, OLD.no, OLD.blinded_message, OLD.capsule_hash, OLD.sig) THEN
    RAISE EXCEPTION 'the issue log is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'paper_issue_append_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_issue_append_only BEFORE UPDATE OR DELETE ON paper_issue FOR EACH ROW EXECUTE FUNCTION keep_issue();

-- A signature is one person's: a scrutineer with a key, or the tally clerk; and it is never changed.
ALTER TABLE certification ADD CONSTRAINT certification_signer CHECK (
  (scrutineer_id IS NOT NULL AND sig IS NOT NULL AND octet_length(sig) = 64 AND account_id IS NULL)
  OR (scrutineer_id IS NULL AND sig IS NULL AND account_id IS NOT NULL AND file = 'outcome'));
CREATE UNIQUE INDEX certification_tally_clerk ON certification (round_id, hash) WHERE account_id IS NOT NULL;
ALTER TABLE release ADD CONSTRAINT release_length CHECK (octet_length(sealed) = 113 AND from_position <> to_position);
CREATE UNIQUE INDEX board_one ON board (round_id) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX ruling_one_pending ON ruling (round_id) WHERE effective_at IS NULL AND withdrawn_at IS NULL;
ALTER TABLE ruling ADD CONSTRAINT ruling_signed CHECK ((sig IS NULL) = (effective_at IS NULL));

-- The audit log only grows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certification_append_only BEFORE UPDATE OR DELETE ON certification FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tree_head_append_only BEFORE UPDATE OR DELETE ON tree_head FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Rehearsal secrets belong to rehearsals: a real congress's are refused here, whatever the program does.
CREATE FUNCTION refuse_real_congress() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_rehearsal boolean;
BEGIN
  IF TG_TABLE_NAME = 'rehearsal_letter' THEN
    SELECT c.rehearsal INTO is_rehearsal FROM congress c JOIN delegate d ON d.congress_id = c.id WHERE d.id = NEW.delegate_id;
  ELSIF TG_TABLE_NAME = 'rehearsal_sheet' THEN
    SELECT c.rehearsal INTO is_rehearsal FROM congress c JOIN scrutineer s ON s.congress_id = c.id WHERE s.id = NEW.scrutineer_id;
  ELSE
    SELECT c.rehearsal INTO is_rehearsal FROM congress c JOIN account a ON a.congress_id = c.id WHERE a.id = NEW.account_id;
  END IF;
  IF is_rehearsal IS NOT TRUE THEN
    RAISE EXCEPTION 'a rehearsal secret for a congress that is real' USING ERRCODE = 'check_violation', CONSTRAINT = 'rehearsal_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rehearsal_only BEFORE INSERT OR UPDATE ON rehearsal_letter FOR EACH ROW EXECUTE FUNCTION refuse_real_congress();
CREATE TRIGGER rehearsal_only BEFORE INSERT OR UPDATE ON rehearsal_sheet FOR EACH ROW EXECUTE FUNCTION refuse_real_congress();
CREATE TRIGGER rehearsal_only BEFORE INSERT OR UPDATE ON rehearsal_account FOR EACH ROW EXECUTE FUNCTION refuse_real_congress();
