-- Accounts can be closed, all their login sessions ended, and a second factor asked for.
ALTER TABLE account
  ADD COLUMN closed_at timestamptz(3),
  ADD COLUMN generation int NOT NULL DEFAULT 0,
  ADD COLUMN totp_since timestamptz(3),
  ADD COLUMN totp_step int;

-- A generation only goes up: an ended login session never becomes worth something again.
CREATE FUNCTION keep_generation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.generation < OLD.generation THEN
    RAISE EXCEPTION 'login sessions that ended stay ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'account_generation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_generation BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION keep_generation();

-- One-time links for a new password.
CREATE TABLE account_link (
  token_hash text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT ON UPDATE CASCADE,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX account_link_account_id_idx ON account_link (account_id);
