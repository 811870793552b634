-- A scrutineer or alternate never carries a clerk's name: told apart by the names on their lists alone, as they read
-- without spaces, width and case. The program refuses with the field or the row; this stops one that forgets it.
CREATE FUNCTION name_reads(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT lower(regexp_replace(normalize(name, NFKC), '\s', '', 'g'))
$$;
CREATE FUNCTION keep_lists_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_congress text := NEW.congress_id;
  clash boolean;
BEGIN
  IF TG_TABLE_NAME = 'account' THEN
    SELECT EXISTS (SELECT 1 FROM scrutineer s JOIN delegate d ON d.id = s.delegate_id
      WHERE s.congress_id = of_congress AND name_reads(d.name) = name_reads(NEW.name)) INTO clash;
  ELSIF TG_TABLE_NAME = 'delegate' THEN
    SELECT EXISTS (SELECT 1 FROM scrutineer s WHERE s.delegate_id = NEW.id)
      AND EXISTS (SELECT 1 FROM account a WHERE a.congress_id = of_congress AND a.role = 'clerk' AND name_reads(a.name) = name_reads(NEW.name)) INTO clash;
  ELSE
    SELECT EXISTS (SELECT 1 FROM delegate d JOIN account a ON a.congress_id = d.congress_id AND a.role = 'clerk'
      WHERE d.id = NEW.delegate_id AND name_reads(a.name) = name_reads(d.name)) INTO clash;
  END IF;
  IF clash THEN
    RAISE EXCEPTION 'a clerk is never a scrutineer' USING ERRCODE = 'check_violation', CONSTRAINT = 'clerk_is_scrutineer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_no_scrutineer BEFORE INSERT ON account FOR EACH ROW WHEN (NEW.role = 'clerk') EXECUTE FUNCTION keep_lists_apart();
-- Closing such an account stays possible.
CREATE TRIGGER account_no_scrutineer_later BEFORE UPDATE OF name, role, closed_at ON account FOR EACH ROW
  WHEN (NEW.role = 'clerk' AND NEW.closed_at IS NULL AND (NEW.name, NEW.role, NEW.closed_at) IS DISTINCT FROM (OLD.name, OLD.role, OLD.closed_at))
  EXECUTE FUNCTION keep_lists_apart();
CREATE TRIGGER delegate_no_clerk BEFORE UPDATE OF name ON delegate FOR EACH ROW WHEN (NEW.name IS DISTINCT FROM OLD.name) EXECUTE FUNCTION keep_lists_apart();
CREATE TRIGGER scrutineer_no_clerk BEFORE INSERT ON scrutineer FOR EACH ROW EXECUTE FUNCTION keep_lists_apart();
