CREATE TABLE "auth"."passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp with time zone DEFAULT now(),
	"aaguid" text
);
--> statement-breakpoint
CREATE TABLE "auth"."sso_provider" (
	"id" text PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"oidc_config" text,
	"saml_config" text,
	"user_id" text,
	"provider_id" text NOT NULL,
	"organization_id" text,
	"domain" text NOT NULL,
	"domain_verified" boolean DEFAULT false NOT NULL,
	"enforced" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sso_provider_provider_id_unique" UNIQUE("provider_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app"."account_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"account_id" text NOT NULL,
	"user_id" text NOT NULL,
	"author" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "app"."account_note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "app"."api_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."feedback" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"account_id" text NOT NULL,
	"account_name" text NOT NULL,
	"user_id" text NOT NULL,
	"author" text NOT NULL,
	"release_id" text NOT NULL,
	"subject" text NOT NULL,
	"shown_value" text NOT NULL,
	"claimed_value" text NOT NULL,
	"comment" text NOT NULL,
	"status" text NOT NULL,
	"answer" text,
	"decided_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "app"."feedback" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."invite" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"roles" jsonb NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invite_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "app"."invite" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"href" text NOT NULL,
	"cause" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notification_once" UNIQUE("partner_id","user_id","cause")
);
--> statement-breakpoint
ALTER TABLE "app"."notification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."organisation_setting" (
	"partner_id" text PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."organisation_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."preference" (
	"partner_id" text NOT NULL,
	"user_id" text NOT NULL,
	"document" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "preference_partner_id_user_id_pk" PRIMARY KEY("partner_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "app"."preference" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."reseller_access" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"distributor_id" text NOT NULL,
	"sees_sensitive" boolean NOT NULL,
	"granted_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "app"."reseller_access" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."saved_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"user_id" text NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"audience" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."saved_view" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "auth"."user" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "auth"."passkey" ADD CONSTRAINT "passkey_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."sso_provider" ADD CONSTRAINT "sso_provider_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_note_by_account" ON "app"."account_note" USING btree ("partner_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "api_key_by_partner" ON "app"."api_key" USING btree ("partner_id","created_at");--> statement-breakpoint
CREATE INDEX "feedback_by_account" ON "app"."feedback" USING btree ("partner_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "invite_by_partner" ON "app"."invite" USING btree ("partner_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_by_user" ON "app"."notification" USING btree ("partner_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "reseller_access_by_distributor" ON "app"."reseller_access" USING btree ("distributor_id");--> statement-breakpoint
CREATE INDEX "saved_view_by_partner" ON "app"."saved_view" USING btree ("partner_id","page");--> statement-breakpoint
CREATE POLICY "account_note_tenant" ON "app"."account_note" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "account_note_host" ON "app"."account_note" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "api_key_tenant" ON "app"."api_key" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "api_key_host" ON "app"."api_key" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "feedback_tenant" ON "app"."feedback" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "feedback_host" ON "app"."feedback" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "invite_tenant" ON "app"."invite" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "invite_host" ON "app"."invite" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notification_tenant" ON "app"."notification" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "notification_host" ON "app"."notification" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "organisation_setting_tenant" ON "app"."organisation_setting" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "organisation_setting_host" ON "app"."organisation_setting" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "preference_tenant" ON "app"."preference" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "preference_host" ON "app"."preference" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "reseller_access_tenant" ON "app"."reseller_access" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "reseller_access_host" ON "app"."reseller_access" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "saved_view_tenant" ON "app"."saved_view" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "saved_view_host" ON "app"."saved_view" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON app.organisation_setting, app.preference, app.invite, app.saved_view, app.api_key, app.notification, app.account_note, app.feedback, app.reseller_access TO ascent_app, ascent_host;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.two_factor, auth.passkey, auth.sso_provider TO ascent_auth;
--> statement-breakpoint
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'app' LOOP
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t.tablename);
  END LOOP;
END $$;
