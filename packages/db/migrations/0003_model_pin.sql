CREATE TABLE "host"."model_pin" (
	"product" text NOT NULL,
	"kind" text NOT NULL,
	"model_id" text NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"pinned_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_pin_product_kind_pk" PRIMARY KEY("product","kind")
);
--> statement-breakpoint
ALTER TABLE "host"."model_pin" ADD CONSTRAINT "model_pin_model_id_model_id_fk" FOREIGN KEY ("model_id") REFERENCES "host"."model"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON host.model_pin TO ascent_host;
