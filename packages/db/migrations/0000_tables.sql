CREATE SCHEMA "app";
--> statement-breakpoint
CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE SCHEMA "host";
--> statement-breakpoint
CREATE TABLE "app"."audience" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"release_id" text NOT NULL,
	"cohort_id" text NOT NULL,
	"name" text NOT NULL,
	"clusters" jsonb NOT NULL,
	"status" text NOT NULL,
	"accounts" integer NOT NULL,
	"content_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."audience" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."audit_entry" (
	"partner_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entry_partner_id_seq_pk" PRIMARY KEY("partner_id","seq")
);
--> statement-breakpoint
ALTER TABLE "app"."audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."location" (
	"partner_id" text NOT NULL,
	"location_id" text NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"city" text,
	CONSTRAINT "location_partner_id_location_id_pk" PRIMARY KEY("partner_id","location_id")
);
--> statement-breakpoint
ALTER TABLE "app"."location" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."partner" (
	"partner_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."partner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."role_grant" (
	"partner_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"scope" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_grant_partner_id_user_id_role_scope_pk" PRIMARY KEY("partner_id","user_id","role","scope")
);
--> statement-breakpoint
ALTER TABLE "app"."role_grant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."ticket" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "app"."ticket_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"partner_id" text NOT NULL,
	"user_id" text,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"topic" text NOT NULL,
	"problem_type" text NOT NULL,
	"summary" text NOT NULL,
	"details" text NOT NULL,
	"severity" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "app"."ticket" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."ticket_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"ticket_id" uuid NOT NULL,
	"author" text NOT NULL,
	"by_host" integer NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."ticket_note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text,
	"status" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"inviter_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."member" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."organization" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"metadata" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "auth"."rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	"active_organization_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "host"."catalogue_version" (
	"hash" text PRIMARY KEY NOT NULL,
	"catalogue_id" text NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "host"."current_release" (
	"one" integer PRIMARY KEY NOT NULL,
	"release_id" text NOT NULL,
	"previous_id" text,
	"switched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "host"."cycle_step" (
	"release_id" text NOT NULL,
	"step" text NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "cycle_step_release_id_step_pk" PRIMARY KEY("release_id","step")
);
--> statement-breakpoint
CREATE TABLE "host"."load" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"feed" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"mapping_sha256" text NOT NULL,
	"status" text NOT NULL,
	"read" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "load_once" UNIQUE("feed","sha256","mapping_sha256")
);
--> statement-breakpoint
CREATE TABLE "host"."mailbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sender" text NOT NULL,
	"recipients" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "host"."model" (
	"id" text PRIMARY KEY NOT NULL,
	"product" text NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"promoted" boolean NOT NULL,
	"document" jsonb NOT NULL,
	"card" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "host"."release" (
	"id" text PRIMARY KEY NOT NULL,
	"period" text NOT NULL,
	"revision" integer NOT NULL,
	"status" text NOT NULL,
	"inputs_hash" text NOT NULL,
	"manifest" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "app"."ticket_note" ADD CONSTRAINT "ticket_note_ticket_id_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "app"."ticket"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."invitation" ADD CONSTRAINT "invitation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."invitation" ADD CONSTRAINT "invitation_inviter_id_user_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."member" ADD CONSTRAINT "member_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host"."current_release" ADD CONSTRAINT "current_release_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "host"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audience_by_partner" ON "app"."audience" USING btree ("partner_id","created_at");--> statement-breakpoint
CREATE INDEX "ticket_by_user" ON "app"."ticket" USING btree ("partner_id","user_id");--> statement-breakpoint
CREATE INDEX "ticket_note_by_ticket" ON "app"."ticket_note" USING btree ("ticket_id");--> statement-breakpoint
CREATE POLICY "audience_tenant" ON "app"."audience" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "audience_host" ON "app"."audience" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_entry_tenant" ON "app"."audit_entry" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "audit_entry_host" ON "app"."audit_entry" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "location_tenant" ON "app"."location" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "location_host" ON "app"."location" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "partner_tenant" ON "app"."partner" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "partner_host" ON "app"."partner" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "role_grant_tenant" ON "app"."role_grant" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "role_grant_host" ON "app"."role_grant" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ticket_tenant" ON "app"."ticket" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "ticket_host" ON "app"."ticket" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ticket_note_tenant" ON "app"."ticket_note" AS PERMISSIVE FOR ALL TO "ascent_app" USING (partner_id = current_setting('ascent.partner', true)) WITH CHECK (partner_id = current_setting('ascent.partner', true));--> statement-breakpoint
CREATE POLICY "ticket_note_host" ON "app"."ticket_note" AS PERMISSIVE FOR ALL TO "ascent_host" USING (true) WITH CHECK (true);