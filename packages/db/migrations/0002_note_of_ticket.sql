ALTER TABLE "app"."ticket" ADD CONSTRAINT "ticket_of_partner" UNIQUE("partner_id","id");--> statement-breakpoint
ALTER TABLE "app"."ticket_note" DROP CONSTRAINT "ticket_note_ticket_id_ticket_id_fk";--> statement-breakpoint
ALTER TABLE "app"."ticket_note" ADD CONSTRAINT "ticket_note_of_ticket" FOREIGN KEY ("partner_id","ticket_id") REFERENCES "app"."ticket"("partner_id","id") ON DELETE cascade ON UPDATE no action;
