-- Keeps the secret of a link to a form or a plan for messages, sealed to the outbox's key.
create or replace function desk.link_seal(link_hash bytea, sealed bytea)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  known record;
begin
  select l.target, coalesce(i.client_id, p.client_id) as client into known
  from clinic.links as l
    left join clinic.invites as i on i.practice_id = l.practice_id and i.id = l.target
    left join clinic.plans as p on p.practice_id = l.practice_id and p.id = l.target
  where l.practice_id = (select clinic.my_practice())
    and l.secret_hash = link_seal.link_hash and l.kind in ('invite', 'plan');
  if not found then
    perform clinic.refuse('PL404', 'invite');
  end if;
  perform clinic.require_client(known.client::text);
  insert into clinic.outbox_links (practice_id, target, client_id, sealed)
  values (clinic.my_practice(), known.target, known.client, link_seal.sealed)
  on conflict on constraint outbox_links_pkey do update set sealed = excluded.sealed;
end
$$;
