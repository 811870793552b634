-- Where a credential letter lies: handed out to its delegate, or kept sealed by the secretariat. The later of the
-- two marks counts; a revoked letter is neither. Made = handed out + kept sealed + revoked, counted before opening.
ALTER TABLE letter
  ADD COLUMN handed_out_at timestamptz(3),
  ADD COLUMN handed_out_by text,
  ADD COLUMN kept_at timestamptz(3),
  ADD COLUMN kept_by text;

-- Every mark says who made it.
ALTER TABLE letter ADD CONSTRAINT letter_marks_signed CHECK (
  (handed_out_at IS NULL) = (handed_out_by IS NULL) AND (kept_at IS NULL) = (kept_by IS NULL)
);

-- The two marks never stand at one instant: it is always known where the letter lies.
ALTER TABLE letter ADD CONSTRAINT letter_marks_apart CHECK (handed_out_at <> kept_at);

-- A letter made anew in a rehearsal is told apart from the one before by its key; null for the letter made first.
ALTER TABLE rehearsal_letter ADD COLUMN pk bytea;
ALTER TABLE rehearsal_letter DROP CONSTRAINT rehearsal_letter_pkey;
ALTER TABLE rehearsal_letter ADD PRIMARY KEY (delegate_id, code);
ALTER TABLE rehearsal_letter ADD CONSTRAINT rehearsal_letter_pk_length CHECK (octet_length(pk) = 32);
