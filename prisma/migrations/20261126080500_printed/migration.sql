-- Printed ballots (纸质票), letters made anew after arming, and rounds that are counted by hand.

-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('printed', 'reissue');

-- CreateEnum
CREATE TYPE "RequestEnd" AS ENUM ('signed', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "KeyerRole" AS ENUM ('clerk', 'scrutineer');

-- AlterTable
ALTER TABLE "round" ADD COLUMN     "hand_count" JSONB;

-- AlterTable
ALTER TABLE "paper_issue" ADD COLUMN     "printed" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "blinded_message" DROP NOT NULL,
ALTER COLUMN "capsule_hash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "chief_request" (
    "id" UUID NOT NULL,
    "round_id" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "pk" BYTEA,
    "reason" TEXT,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_as" "RequestEnd",
    "end_reason" TEXT,

    CONSTRAINT "chief_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reissued_letter" (
    "round_id" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "pk" BYTEA NOT NULL,
    "sig" BYTEA NOT NULL,

    CONSTRAINT "reissued_letter_pkey" PRIMARY KEY ("round_id","no","ordinal")
);

-- CreateTable
CREATE TABLE "printed_count" (
    "round_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "KeyerRole" NOT NULL,
    "name" TEXT NOT NULL,
    "printed" INTEGER NOT NULL,
    "spoiled" INTEGER NOT NULL,
    "unused" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,

    CONSTRAINT "printed_count_pkey" PRIMARY KEY ("round_id","person_id")
);

-- CreateTable
CREATE TABLE "printed_total" (
    "round_id" TEXT NOT NULL,
    "printed" INTEGER NOT NULL,
    "issued" INTEGER NOT NULL,
    "spoiled" INTEGER NOT NULL,
    "unused" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "counted_by" TEXT[],

    CONSTRAINT "printed_total_pkey" PRIMARY KEY ("round_id")
);

-- CreateTable
CREATE TABLE "printed_keying" (
    "round_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "role" "KeyerRole" NOT NULL,
    "name" TEXT NOT NULL,
    "sheets" JSONB NOT NULL,

    CONSTRAINT "printed_keying_pkey" PRIMARY KEY ("round_id","person_id")
);

-- CreateTable
CREATE TABLE "printed_ruling" (
    "round_id" TEXT NOT NULL,
    "sheet" INTEGER NOT NULL,
    "valid" BOOLEAN NOT NULL,
    "marks" INTEGER[],
    "reason" TEXT NOT NULL,
    "ruled_by" TEXT NOT NULL,

    CONSTRAINT "printed_ruling_pkey" PRIMARY KEY ("round_id","sheet")
);

-- CreateTable
CREATE TABLE "printed_paper" (
    "round_id" TEXT NOT NULL,
    "blinded_message" BYTEA NOT NULL,
    "chief_sig" BYTEA NOT NULL,
    "second_position" INTEGER,
    "second_sig" BYTEA,

    CONSTRAINT "printed_paper_pkey" PRIMARY KEY ("round_id","blinded_message")
);

-- CreateIndex
CREATE INDEX "chief_request_round_id_no_idx" ON "chief_request"("round_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "printed_keying_round_id_place_key" ON "printed_keying"("round_id", "place");

-- AddForeignKey
ALTER TABLE "chief_request" ADD CONSTRAINT "chief_request_round_id_no_fkey" FOREIGN KEY ("round_id", "no") REFERENCES "roll_entry"("round_id", "no") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reissued_letter" ADD CONSTRAINT "reissued_letter_round_id_no_fkey" FOREIGN KEY ("round_id", "no") REFERENCES "roll_entry"("round_id", "no") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "printed_count" ADD CONSTRAINT "printed_count_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "printed_total" ADD CONSTRAINT "printed_total_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "printed_keying" ADD CONSTRAINT "printed_keying_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "printed_ruling" ADD CONSTRAINT "printed_ruling_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "printed_paper" ADD CONSTRAINT "printed_paper_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A delegate takes an electronic paper or a printed one, never both: they share the one line of paper_issue.
-- A printed one has the chief's signature and nothing that was drawn; a drawn one has its blinded message.
ALTER TABLE paper_issue DROP CONSTRAINT paper_issue_lengths;
ALTER TABLE paper_issue ADD CONSTRAINT paper_issue_lengths CHECK (octet_length(sig) = 64 AND (
  (printed AND blinded_message IS NULL AND capsule_hash IS NULL AND capsule IS NULL)
  OR (NOT printed AND blinded_message IS NOT NULL AND octet_length(blinded_message) = 384
      AND capsule_hash IS NOT NULL AND octet_length(capsule_hash) = 32)));

CREATE OR REPLACE FUNCTION keep_issue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.capsule IS NOT NULL
     OR (NEW.round_id, NEW.no, NEW.printed, NEW.blinded_message, NEW.capsule_hash, NEW.sig)
        IS DISTINCT FROM (OLD.round_id, OLD.no, OLD.printed, OLD.blinded_message, OLD.capsule_hash, OLD.sig) THEN
    RAISE EXCEPTION 'the issue log is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'paper_issue_append_only';
  END IF;
  RETURN NEW;
END $$;

-- One request for a delegate waits for the chief at a time.
CREATE UNIQUE INDEX chief_request_one_waiting ON chief_request (round_id, no) WHERE ended_as IS NULL;
ALTER TABLE chief_request ADD CONSTRAINT chief_request_kind CHECK (
  (kind = 'printed' AND pk IS NULL AND reason IS NULL)
  OR (kind = 'reissue' AND octet_length(pk) = 32 AND reason IS NOT NULL));

-- A letter is made anew before its delegate drew or took a printed ballot; what the chief signed is never
-- changed, and goes only with a manifest that is taken back while no paper is drawn.
ALTER TABLE reissued_letter ADD CONSTRAINT reissued_letter_lengths CHECK (octet_length(pk) = 32 AND octet_length(sig) = 64 AND ordinal >= 1);
CREATE UNIQUE INDEX reissued_letter_pk_once ON reissued_letter (round_id, pk);
CREATE FUNCTION keep_reissued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     OR TG_OP = 'INSERT' AND EXISTS (SELECT 1 FROM paper_issue i WHERE i.round_id = NEW.round_id AND i.no = NEW.no)
     OR TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM paper_issue i WHERE i.round_id = OLD.round_id) THEN
    RAISE EXCEPTION 'a letter is made anew before a paper is drawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'reissued_letter_fixed';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER reissued_letter_fixed BEFORE INSERT OR UPDATE OR DELETE ON reissued_letter FOR EACH ROW EXECUTE FUNCTION keep_reissued();

-- Printed = issued + spoiled + unused, and no more came back than went out; agreed on once, by two people.
ALTER TABLE printed_count ADD CONSTRAINT printed_count_whole CHECK (printed >= 0 AND spoiled >= 0 AND unused >= 0 AND returned >= 0);
ALTER TABLE printed_total ADD CONSTRAINT printed_total_adds_up CHECK (
  printed = issued + spoiled + unused AND spoiled >= 0 AND unused >= 0 AND returned >= 0 AND returned <= issued);
ALTER TABLE printed_total ADD CONSTRAINT printed_total_two_people CHECK (cardinality(counted_by) = 2);
CREATE TRIGGER printed_total_append_only BEFORE UPDATE OR DELETE ON printed_total FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Two people key, in two places; what they keyed holds no person but the keyer.
ALTER TABLE printed_keying ADD CONSTRAINT printed_keying_place CHECK (place IN (1, 2));
ALTER TABLE printed_ruling ADD CONSTRAINT printed_ruling_sheet CHECK (sheet >= 1 AND (valid OR cardinality(marks) = 0));

-- A blinded paper for a keyed ballot: the chief is number 1, the second signer another. Once the tree head
-- binds them they stay.
ALTER TABLE printed_paper ADD CONSTRAINT printed_paper_signed CHECK (
  octet_length(blinded_message) = 384 AND octet_length(chief_sig) = 64
  AND ((second_position IS NULL AND second_sig IS NULL) OR (second_position > 1 AND octet_length(second_sig) = 64)));
CREATE FUNCTION keep_printed_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM tree_head h WHERE h.round_id = coalesce(NEW.round_id, OLD.round_id)) THEN
    RAISE EXCEPTION 'the tree head binds the keyed ballots' USING ERRCODE = 'check_violation', CONSTRAINT = 'printed_paper_fixed';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER printed_paper_fixed BEFORE INSERT OR UPDATE OR DELETE ON printed_paper FOR EACH ROW EXECUTE FUNCTION keep_printed_paper();

-- The count report of a closed round waits for the printed ballots to be counted; past gate 1 it is there.
ALTER TABLE round DROP CONSTRAINT round_closed_has_report;
ALTER TABLE round ADD CONSTRAINT round_closed_has_report
  CHECK (state IN ('prepared', 'armed', 'open', 'void') OR (closed_at IS NOT NULL AND (state = 'closed' OR count_report IS NOT NULL)));

-- A round that is counted by hand has no paper, and what was counted is entered once.
CREATE FUNCTION keep_hand_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'paper_issue' THEN
    IF EXISTS (SELECT 1 FROM round r WHERE r.id = NEW.round_id AND r.hand_count IS NOT NULL) THEN
      RAISE EXCEPTION 'this round is counted by hand' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_by_hand';
    END IF;
  ELSIF NEW.hand_count IS DISTINCT FROM OLD.hand_count
     AND (OLD.hand_count IS NOT NULL OR EXISTS (SELECT 1 FROM paper_issue i WHERE i.round_id = NEW.id)) THEN
    RAISE EXCEPTION 'a round with papers is not counted by hand' USING ERRCODE = 'check_violation', CONSTRAINT = 'round_by_hand';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER round_by_hand BEFORE INSERT ON paper_issue FOR EACH ROW EXECUTE FUNCTION keep_hand_count();
CREATE TRIGGER round_by_hand BEFORE UPDATE ON round FOR EACH ROW EXECUTE FUNCTION keep_hand_count();
