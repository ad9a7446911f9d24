-- How PostgreSQL goes about the calls of every day with 100,000 clients and 1,000,000 intakes: by index. The plan is
-- asserted, not the time; the rows are the statistics', so nothing has to be filled.
\ir fixture.sql

-- What the planner believes about each table: its rows, in pages of about 40.
create temporary table sizes (name text, rows real);
insert into sizes
values
  ('clients', 1e5), ('intakes', 1e6), ('intake_flags', 2e6), ('intake_amendments', 1e5), ('invites', 1e6), ('evaluations', 1e6),
  ('evaluation_amendments', 1e5), ('plans', 1e6), ('plan_items', 1e7), ('plan_documents', 4e6), ('short_ids', 5e6), ('drafts', 1e5),
  ('links', 2e6), ('audit_entries', 1e8), ('client_shares', 1e4), ('client_notes', 1e6);
