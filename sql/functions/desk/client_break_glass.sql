-- Lets any practitioner of the practice see a client for twelve hours in an emergency, with a reason that is shown to
-- the client's practitioner. It returns nothing, for an unknown id too: only later transactions learn whether there is
-- such a client, when the attempt is in the audit.
create or replace function desk.client_break_glass(reference text, reason text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  named constant uuid := clinic.id_of('client', reference);
  client clinic.clients;
begin
  perform clinic.require_member();
  if reason is null or not clinic.has_visible(reason) then
    perform clinic.refuse('PL422', 'breaking the glass needs a reason');
  end if;
  select c.* into client
  from clinic.clients as c
  where c.practice_id = (select clinic.my_practice())
    and c.id = (
      select coalesce(n.merged_into, n.id)
      from clinic.clients as n
      where n.practice_id = (select clinic.my_practice()) and n.id = named);
  if found then
    insert into clinic.client_shares
      (practice_id, client_id, practitioner_id, granted_by, until, break_glass_reason)
    values (
      client.practice_id, client.id, clinic.my_id(), clinic.my_id(), clock_timestamp() + interval '12 hours',
      client_break_glass.reason)
    on conflict on constraint client_shares_pkey
    do update set granted_by = excluded.granted_by, granted_at = now(), granted_in = excluded.granted_in,
      until = greatest(client_shares.until, excluded.until), break_glass_reason = excluded.break_glass_reason;
    if client.practitioner_id <> clinic.my_id() then
      insert into clinic.client_openings (practice_id, client_id, opened_by, reason)
      values (client.practice_id, client.id, clinic.my_id(), client_break_glass.reason);
    end if;
  end if;
  perform clinic.audit('client.break_glass', client.id, client.id, client_break_glass.reason);
end
$$;
