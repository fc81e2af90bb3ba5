-- Every transaction runs as plenary_app: it owns nothing, creates nothing, and row-level security binds it. The owner
-- of the tables may take that role, and its functions may act as the engine. What the owner may not arrange itself is
-- asked of a superuser, all at once.
DO $$
DECLARE
  -- From version 16 on, being a member and being allowed to take the role are two things.
  membership text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
  missing text[] := '{}';
BEGIN
  IF current_setting('server_version_num')::int < 150000 THEN
    RAISE EXCEPTION 'Plenary needs PostgreSQL 15 or newer; this is %.', current_setting('server_version');
  END IF;

  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plenary_app') THEN
    BEGIN
      CREATE ROLE plenary_app NOLOGIN NOBYPASSRLS;
    EXCEPTION
      -- A role belongs to the whole cluster, so another database may have created it at this moment.
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        missing := ARRAY['CREATE ROLE plenary_app NOLOGIN NOBYPASSRLS', format('GRANT plenary_app TO %I', current_user)];
    END;
  END IF;

  IF missing = '{}' AND NOT pg_has_role(current_user, 'plenary_app', membership) THEN
    BEGIN
      GRANT plenary_app TO CURRENT_USER;
    EXCEPTION
      WHEN unique_violation THEN NULL;
      WHEN insufficient_privilege THEN missing := ARRAY[format('GRANT plenary_app TO %I', current_user)];
    END;
  END IF;

  IF NOT has_parameter_privilege(current_user, 'plenary.engine', 'SET') THEN
    missing := missing || format('GRANT SET ON PARAMETER plenary.engine TO %I', current_user);
  END IF;

  IF missing <> '{}' THEN
    RAISE EXCEPTION 'The database user "%" lacks what it needs. Run this once as a superuser: %;',
      current_user, array_to_string(missing, '; ');
  END IF;
END $$;
