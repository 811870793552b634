
-- CreateEnum
CREATE TYPE "Profile" AS ENUM ('street', 'town', 'county', 'custom');

-- CreateEnum
CREATE TYPE "CongressState" AS ENUM ('preparing', 'adopted', 'voting', 'adjourned', 'decided', 'published');

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('prepared', 'armed', 'open', 'closed', 'confirmed', 'frozen', 'tallied', 'certified', 'void');

-- CreateEnum
CREATE TYPE "RoundKind" AS ENUM ('first', 'revote', 'second-round', 'repeat');

-- CreateEnum
CREATE TYPE "Standing" AS ENUM ('candidate', 'selected', 'key-work');

-- CreateEnum
CREATE TYPE "AccountRole" AS ENUM ('clerk', 'office');

-- CreateEnum
CREATE TYPE "AdoptionSubject" AS ENUM ('method', 'scrutineers');

-- CreateEnum
CREATE TYPE "SignedFile" AS ENUM ('manifest', 'count', 'sth', 'board', 'outcome');

-- CreateEnum
CREATE TYPE "RulingKind" AS ENUM ('void', 'tie', 'shortfall');

-- CreateTable
CREATE TABLE "congress" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "profile" "Profile" NOT NULL,
    "rehearsal" BOOLEAN NOT NULL,
    "state" "CongressState" NOT NULL DEFAULT 'preparing',
    "method" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "congress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "congress_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "theme" TEXT,
    "targets" JSONB NOT NULL,
    "investment" BIGINT,
    "responsible_unit" TEXT,
    "deadline" TEXT,
    "note" TEXT,
    "standing" "Standing" NOT NULL DEFAULT 'candidate',

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegate" (
    "id" UUID NOT NULL,
    "congress_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "delegation" TEXT NOT NULL,
    "on_leave" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "delegate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "delegate_id" UUID NOT NULL,
    "pk" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "congress_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "AccountRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_link" (
    "token_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "auth_nonce" (
    "nonce" TEXT NOT NULL,
    "pk" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_nonce_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "scrutineer" (
    "id" UUID NOT NULL,
    "congress_id" TEXT NOT NULL,
    "delegate_id" UUID NOT NULL,
    "chief" BOOLEAN NOT NULL,
    "alternate" BOOLEAN NOT NULL,
    "position" INTEGER,
    "invitation_hash" TEXT,
    "sign" BYTEA,
    "enrolled_at" TIMESTAMPTZ(3),

    CONSTRAINT "scrutineer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reserved_round" (
    "id" TEXT NOT NULL,
    "congress_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "reserved_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "box_key" (
    "scrutineer_id" UUID NOT NULL,
    "round_id" TEXT NOT NULL,
    "box" BYTEA NOT NULL,
    "sig" BYTEA NOT NULL,

    CONSTRAINT "box_key_pkey" PRIMARY KEY ("scrutineer_id","round_id")
);

-- CreateTable
CREATE TABLE "adoption" (
    "id" UUID NOT NULL,
    "congress_id" TEXT NOT NULL,
    "subject" "AdoptionSubject" NOT NULL,
    "votes_for" INTEGER NOT NULL,
    "votes_against" INTEGER NOT NULL,
    "votes_abstain" INTEGER NOT NULL,
    "carried" BOOLEAN NOT NULL,
    "document" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "adoption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL,
    "congress_id" TEXT NOT NULL,
    "delegate_id" UUID NOT NULL,
    "checked_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_out_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" TEXT NOT NULL,
    "congress_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "RoundKind" NOT NULL,
    "state" "RoundState" NOT NULL DEFAULT 'prepared',
    "parent_id" TEXT,
    "places" INTEGER NOT NULL,
    "candidates" INTEGER[],
    "manifest" TEXT,
    "manifest_hash" TEXT,
    "manifest_made_at" TIMESTAMPTZ(3),
    "summoned" INTEGER,
    "armed_at" TIMESTAMPTZ(3),
    "head_count" INTEGER,
    "head_count_reason" TEXT,
    "opened_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "count_report" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "frozen_at" TIMESTAMPTZ(3),
    "opening_started_at" TIMESTAMPTZ(3),
    "opening_set" INTEGER[],
    "tallied_at" TIMESTAMPTZ(3),
    "certified_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roll_entry" (
    "round_id" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "delegate_id" UUID NOT NULL,
    "pk" BYTEA NOT NULL,

    CONSTRAINT "roll_entry_pkey" PRIMARY KEY ("round_id","no")
);

-- CreateTable
CREATE TABLE "paper_issue" (
    "round_id" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "blinded_message" BYTEA NOT NULL,
    "capsule" BYTEA,
    "capsule_hash" BYTEA NOT NULL,
    "sig" BYTEA NOT NULL,

    CONSTRAINT "paper_issue_pkey" PRIMARY KEY ("round_id","no")
);

-- CreateTable
CREATE TABLE "reopening" (
    "id" UUID NOT NULL,
    "round_id" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "reopening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tree_head" (
    "round_id" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "server_signature" BYTEA NOT NULL,

    CONSTRAINT "tree_head_pkey" PRIMARY KEY ("round_id")
);

-- CreateTable
CREATE TABLE "release" (
    "round_id" TEXT NOT NULL,
    "from_position" INTEGER NOT NULL,
    "to_position" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "release_pkey" PRIMARY KEY ("round_id","from_position","to_position")
);

-- CreateTable
CREATE TABLE "board" (
    "id" UUID NOT NULL,
    "round_id" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "board_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "round_id" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "final" BOOLEAN NOT NULL,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("round_id")
);

-- CreateTable
CREATE TABLE "certification" (
    "id" UUID NOT NULL,
    "round_id" TEXT NOT NULL,
    "file" "SignedFile" NOT NULL,
    "hash" TEXT NOT NULL,
    "scrutineer_id" UUID,
    "sig" BYTEA,
    "account_id" UUID,
    "signed_by" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decline" (
    "id" UUID NOT NULL,
    "round_id" TEXT NOT NULL,
    "gate" "SignedFile" NOT NULL,
    "scrutineer_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "declined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ruling" (
    "id" UUID NOT NULL,
    "round_id" TEXT NOT NULL,
    "kind" "RulingKind" NOT NULL,
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "selected" INTEGER[],
    "document" TEXT NOT NULL,
    "sig" BYTEA,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "effective_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "round_id" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "congress_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "previous_hash" TEXT,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("congress_id","sequence")
);

-- CreateTable
CREATE TABLE "rehearsal_letter" (
    "delegate_id" UUID NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "rehearsal_letter_pkey" PRIMARY KEY ("delegate_id")
);

-- CreateTable
CREATE TABLE "rehearsal_sheet" (
    "scrutineer_id" UUID NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "rehearsal_sheet_pkey" PRIMARY KEY ("scrutineer_id")
);

-- CreateTable
CREATE TABLE "rehearsal_account" (
    "account_id" UUID NOT NULL,
    "password" TEXT NOT NULL,

    CONSTRAINT "rehearsal_account_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "project_congress_id_number_key" ON "project"("congress_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "delegate_congress_id_number_key" ON "delegate"("congress_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "letter_pk_key" ON "letter"("pk");

-- CreateIndex
CREATE INDEX "letter_delegate_id_idx" ON "letter"("delegate_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_congress_id_name_key" ON "account"("congress_id", "name");

-- CreateIndex
CREATE INDEX "auth_nonce_expires_at_idx" ON "auth_nonce"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "scrutineer_delegate_id_key" ON "scrutineer"("delegate_id");

-- CreateIndex
CREATE UNIQUE INDEX "scrutineer_invitation_hash_key" ON "scrutineer"("invitation_hash");

-- CreateIndex
CREATE UNIQUE INDEX "scrutineer_sign_key" ON "scrutineer"("sign");

-- CreateIndex
CREATE UNIQUE INDEX "scrutineer_congress_id_position_key" ON "scrutineer"("congress_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "reserved_round_congress_id_ordinal_key" ON "reserved_round"("congress_id", "ordinal");

-- CreateIndex
CREATE INDEX "check_in_congress_id_idx" ON "check_in"("congress_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_manifest_hash_key" ON "round"("manifest_hash");

-- CreateIndex
CREATE UNIQUE INDEX "round_congress_id_number_key" ON "round"("congress_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "roll_entry_round_id_delegate_id_key" ON "roll_entry"("round_id", "delegate_id");

-- CreateIndex
CREATE INDEX "reopening_round_id_no_idx" ON "reopening"("round_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "certification_round_id_file_hash_scrutineer_id_key" ON "certification"("round_id", "file", "hash", "scrutineer_id");

-- CreateIndex
CREATE UNIQUE INDEX "decline_round_id_gate_scrutineer_id_key" ON "decline"("round_id", "gate", "scrutineer_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_hash_key" ON "audit_entry"("hash");

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_congress_id_fkey" FOREIGN KEY ("congress_id") REFERENCES "congress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegate" ADD CONSTRAINT "delegate_congress_id_fkey" FOREIGN KEY ("congress_id") REFERENCES "congress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "delegate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_congress_id_fkey" FOREIGN KEY ("congress_id") REFERENCES "congress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scrutineer" ADD CONSTRAINT "scrutineer_congress_id_fkey" FOREIGN KEY ("congress_id") REFERENCES "congress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scrutineer" ADD CONSTRAINT "scrutineer_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reserved_round" ADD CONSTRAINT "reserved_round_congress_id_fkey" FOREIGN KEY ("congress_id") REFERENCES "congress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box_key" ADD CONSTRAINT "box_key_scrutineer_id_fkey" FOREIGN KEY ("scrutineer_id") REFERENCES "scrutineer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box_key" ADD CONSTRAINT "box_key_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "reserved_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_congress_id_fkey" FOREIGN KEY ("congress_id") REFERENCES "congress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_congress_id_fkey" FOREIGN KEY ("congress_id") REFERENCES "congress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_id_fkey" FOREIGN KEY ("id") REFERENCES "reserved_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_issue" ADD CONSTRAINT "paper_issue_round_id_no_fkey" FOREIGN KEY ("round_id", "no") REFERENCES "roll_entry"("round_id", "no") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_round_id_no_fkey" FOREIGN KEY ("round_id", "no") REFERENCES "roll_entry"("round_id", "no") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tree_head" ADD CONSTRAINT "tree_head_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board" ADD CONSTRAINT "board_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification" ADD CONSTRAINT "certification_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification" ADD CONSTRAINT "certification_scrutineer_id_fkey" FOREIGN KEY ("scrutineer_id") REFERENCES "scrutineer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decline" ADD CONSTRAINT "decline_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decline" ADD CONSTRAINT "decline_scrutineer_id_fkey" FOREIGN KEY ("scrutineer_id") REFERENCES "scrutineer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ruling" ADD CONSTRAINT "ruling_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

