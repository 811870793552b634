-- How long a congress is kept, which archives were taken of it, and how it is deleted: whole, by two people, and
-- leaving a stub.

-- Logs are kept for six months at least; a lost setting never shortens that.
ALTER TABLE congress ADD COLUMN retention_months int NOT NULL DEFAULT 12;
ALTER TABLE congress ADD CONSTRAINT congress_retention CHECK (retention_months BETWEEN 6 AND 120);

-- Every archive that left whole.
CREATE TABLE archive_taken (
  id uuid PRIMARY KEY,
  congress_id text NOT NULL REFERENCES congress ON DELETE RESTRICT ON UPDATE CASCADE,
  taken_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  taken_by text NOT NULL,
  sha256 text NOT NULL,
  size int NOT NULL,
  CONSTRAINT archive_taken_hash CHECK (sha256 ~ '^[0-9a-f]{64}$' AND size > 0)
);
CREATE INDEX archive_taken_congress_id_idx ON archive_taken (congress_id);

-- The first of two signatures; one wish of a congress at a time.
CREATE TABLE deletion_request (
  congress_id text PRIMARY KEY REFERENCES congress ON DELETE RESTRICT ON UPDATE CASCADE,
  account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT ON UPDATE CASCADE,
  asked_by text NOT NULL,
  reason text NOT NULL,
  asked_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- What is left of a congress: what it was and how much of it there was, who deleted it, when and why; of delegates
-- neither name nor key.
CREATE TABLE deleted_congress (
  id text PRIMARY KEY,
  title text NOT NULL,
  place text NOT NULL,
  year int NOT NULL,
  rehearsal boolean NOT NULL,
  published_at timestamptz(3) NOT NULL,
  due_on text NOT NULL,
  reason text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  confirmed_by text NOT NULL,
  deleted_at timestamptz(3) NOT NULL,
  -- SHA-256 of the last archive that was taken; null where none was.
  archive_sha256 text,
  audit_head text,
  -- {delegates, letters, papers, ballots, accounts, auditLines}
  counts jsonb NOT NULL,
  -- [{number, state, manifestHash, outcomeHash, received}]
  rounds jsonb NOT NULL,
  -- Rounds whose box, and accounts whose keys, are still to go: they lie outside this database.
  rounds_left text[] CONSTRAINT deleted_congress_rounds_left CHECK (rounds_left IS NOT NULL),
  accounts_left text[] CONSTRAINT deleted_congress_accounts_left CHECK (accounts_left IS NOT NULL),
  CONSTRAINT deleted_congress_two_people CHECK (asked_by <> confirmed_by),
  -- A real congress stays until its day, by the calendar of China; a rehearsal can be deleted at once.
  CONSTRAINT deleted_congress_due CHECK (
    due_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    AND (rehearsal OR to_char(deleted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') >= due_on))
);

-- Secrets of a rehearsal go with the person they belong to.
DELETE FROM rehearsal_letter s WHERE NOT EXISTS (SELECT 1 FROM delegate d WHERE d.id = s.delegate_id);
DELETE FROM rehearsal_sheet s WHERE NOT EXISTS (SELECT 1 FROM scrutineer c WHERE c.id = s.scrutineer_id);
DELETE FROM rehearsal_account s WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.id = s.account_id);
ALTER TABLE rehearsal_letter ADD CONSTRAINT rehearsal_letter_delegate_id_fkey FOREIGN KEY (delegate_id) REFERENCES delegate ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE rehearsal_sheet ADD CONSTRAINT rehearsal_sheet_scrutineer_id_fkey FOREIGN KEY (scrutineer_id) REFERENCES scrutineer ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE rehearsal_account ADD CONSTRAINT rehearsal_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES account ON DELETE CASCADE ON UPDATE CASCADE;

-- A stub is written once; what lies outside the database is crossed off as it goes.
CREATE FUNCTION keep_stub() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NOT (NEW.rounds_left <@ OLD.rounds_left AND NEW.accounts_left <@ OLD.accounts_left)
     OR to_jsonb(NEW) - 'rounds_left' - 'accounts_left' IS DISTINCT FROM to_jsonb(OLD) - 'rounds_left' - 'accounts_left' THEN
    RAISE EXCEPTION 'what is left of a congress stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'deleted_congress_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deleted_congress_kept BEFORE UPDATE OR DELETE ON deleted_congress FOR EACH ROW EXECUTE FUNCTION keep_stub();

-- No congress goes without its stub; and with the stub everything goes, or nothing: foreign keys hold what hangs on
-- the congress, and this what names it without one.
CREATE FUNCTION want_stub() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM deleted_congress d WHERE d.id = OLD.id) THEN
    RAISE EXCEPTION 'a congress leaves a stub' USING ERRCODE = 'check_violation', CONSTRAINT = 'congress_leaves_stub';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER congress_leaves_stub BEFORE DELETE ON congress FOR EACH ROW EXECUTE FUNCTION want_stub();
CREATE FUNCTION want_whole_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM congress c WHERE c.id = NEW.id)
     OR EXISTS (SELECT 1 FROM audit_entry a WHERE a.congress_id = NEW.id)
     OR EXISTS (SELECT 1 FROM check_in i WHERE i.congress_id = NEW.id) THEN
    RAISE EXCEPTION 'a congress is deleted whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'deleted_congress_whole';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER deleted_congress_whole AFTER INSERT ON deleted_congress
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION want_whole_deletion();

-- What only grows goes with the whole congress, in the transaction that leaves its stub, and no other way.
CREATE FUNCTION congress_goes(line jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM deleted_congress d
    WHERE d.id = coalesce(line->>'congress_id', (SELECT r.congress_id FROM round r WHERE r.id = line->>'round_id')))
$$;
DROP TRIGGER paper_issue_append_only ON paper_issue;
CREATE TRIGGER paper_issue_append_only BEFORE UPDATE ON paper_issue FOR EACH ROW EXECUTE FUNCTION keep_issue();
CREATE TRIGGER paper_issue_stays BEFORE DELETE ON paper_issue FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION keep_issue();
DROP TRIGGER audit_entry_append_only ON audit_entry;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION refuse_change();
DROP TRIGGER certification_append_only ON certification;
CREATE TRIGGER certification_append_only BEFORE UPDATE ON certification FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certification_stays BEFORE DELETE ON certification FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION refuse_change();
DROP TRIGGER tree_head_append_only ON tree_head;
CREATE TRIGGER tree_head_append_only BEFORE UPDATE ON tree_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tree_head_stays BEFORE DELETE ON tree_head FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION refuse_change();
DROP TRIGGER objection_append_only ON objection;
CREATE TRIGGER objection_append_only BEFORE UPDATE ON objection FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER objection_stays BEFORE DELETE ON objection FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION refuse_change();
DROP TRIGGER board_fixed ON board;
CREATE TRIGGER board_fixed BEFORE UPDATE ON board FOR EACH ROW EXECUTE FUNCTION keep_board();
CREATE TRIGGER board_stays BEFORE DELETE ON board FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION keep_board();
DROP TRIGGER outcome_fixed ON outcome;
CREATE TRIGGER outcome_fixed BEFORE UPDATE ON outcome FOR EACH ROW EXECUTE FUNCTION keep_outcome();
CREATE TRIGGER outcome_stays BEFORE DELETE ON outcome FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION keep_outcome();
DROP TRIGGER ruling_fixed ON ruling;
CREATE TRIGGER ruling_fixed BEFORE UPDATE ON ruling FOR EACH ROW EXECUTE FUNCTION keep_ruling();
CREATE TRIGGER ruling_stays BEFORE DELETE ON ruling FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION keep_ruling();
DROP TRIGGER adoption_fixed ON adoption;
CREATE TRIGGER adoption_fixed BEFORE UPDATE ON adoption FOR EACH ROW EXECUTE FUNCTION keep_adoption();
CREATE TRIGGER adoption_stays BEFORE DELETE ON adoption FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION keep_adoption();
DROP TRIGGER printed_total_append_only ON printed_total;
CREATE TRIGGER printed_total_append_only BEFORE UPDATE ON printed_total FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER printed_total_stays BEFORE DELETE ON printed_total FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION refuse_change();
DROP TRIGGER reissued_letter_fixed ON reissued_letter;
CREATE TRIGGER reissued_letter_fixed BEFORE INSERT OR UPDATE ON reissued_letter FOR EACH ROW EXECUTE FUNCTION keep_reissued();
CREATE TRIGGER reissued_letter_stays BEFORE DELETE ON reissued_letter FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION keep_reissued();
DROP TRIGGER printed_paper_fixed ON printed_paper;
CREATE TRIGGER printed_paper_fixed BEFORE INSERT OR UPDATE ON printed_paper FOR EACH ROW EXECUTE FUNCTION keep_printed_paper();
CREATE TRIGGER printed_paper_stays BEFORE DELETE ON printed_paper FOR EACH ROW WHEN (NOT congress_goes(to_jsonb(OLD))) EXECUTE FUNCTION keep_printed_paper();
