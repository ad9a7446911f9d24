-- Enters the practice that a link's secret belongs to, for the rest of the transaction, and tells what the link is
-- to; null when there is no such link, and then no practice is entered.
create or replace function clinic.follow_link(kind text, secret_hash bytea)
returns uuid
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  link clinic.links;
begin
  select l.* into link
  from clinic.links as l
  where l.secret_hash = follow_link.secret_hash and l.kind = follow_link.kind;
  perform clinic.enter(link.practice_id);
  return link.target;
end
$$;
