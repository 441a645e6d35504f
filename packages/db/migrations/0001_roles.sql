-- What each role may touch. Roles themselves (with their passwords) are made before the migrations run.
GRANT USAGE ON SCHEMA app TO ascent_app, ascent_host;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA app TO ascent_app, ascent_host;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON app.audit_entry FROM ascent_app, ascent_host;
--> statement-breakpoint
GRANT USAGE ON SCHEMA host TO ascent_app, ascent_host;
--> statement-breakpoint
GRANT SELECT ON host.release, host.current_release, host.catalogue_version, host.model TO ascent_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA host TO ascent_host;
--> statement-breakpoint
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA host TO ascent_host;
--> statement-breakpoint
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA app TO ascent_app, ascent_host;
--> statement-breakpoint
GRANT USAGE ON SCHEMA auth TO ascent_auth;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO ascent_auth;
--> statement-breakpoint
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'app' LOOP
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t.tablename);
  END LOOP;
END $$;
