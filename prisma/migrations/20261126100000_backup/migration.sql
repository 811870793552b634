-- A backup of a round whose papers are out holds capsules and the keys to them: it must go at the close,
-- and the product asks for it until a clerk says so.
CREATE TABLE round_backup (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round ON DELETE RESTRICT ON UPDATE CASCADE,
  made_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  gone_at timestamptz(3),
  gone_by text,
  -- Who said it and when stand together.
  CONSTRAINT round_backup_gone CHECK ((gone_at IS NULL) = (gone_by IS NULL))
);
CREATE INDEX round_backup_round_id_idx ON round_backup (round_id);
