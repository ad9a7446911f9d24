-- Undoes the caller's newest change that can be undone, and returns which it was; of an import also how many clients
-- were taken back, and how many stay because something has happened with them since.
create or replace function desk.undo()
returns table (verb text, target uuid, client uuid, made_at timestamptz, clients integer, kept integer)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  change clinic.undo_log;
  taken_back integer;
begin
  perform clinic.require_sight('list undo');
  select r.* into change
  from clinic.undo_log as r
  where r.practice_id = (select clinic.my_practice())
    and r.id = (select n.id from clinic.undoable() as n order by n.made_at desc limit 1)
  for update;
  if not found then
    perform clinic.refuse('PL409', 'there is nothing of yours to take back');
  end if;
  if exists (
    select from clinic.undo_log as r
    where r.practice_id = change.practice_id and r.target = change.target and r.verb = change.verb
      and r.made_by <> change.made_by and r.made_at > change.made_at and r.undone_at is null)
  then
    perform clinic.refuse('PL409', 'someone else has changed this since');
  end if;
  case change.verb
    when 'client.edit' then
      update clinic.clients as c
      set full_name = change.before ->> 'full_name', email = change.before ->> 'email',
        phone = change.before ->> 'phone', birth_date = (change.before ->> 'birth_date')::date
      where c.practice_id = change.practice_id and c.id = change.target;
    when 'client.assign' then
      update clinic.clients as c
      set practitioner_id = (change.before ->> 'practitioner_id')::uuid
      where c.practice_id = change.practice_id and c.id = change.target;
    when 'client.archive', 'client.restore' then
      update clinic.clients as c
      set archived_at = (change.before ->> 'archived_at')::timestamptz
      where c.practice_id = change.practice_id and c.id = change.target;
    when 'client.share' then
      delete from clinic.client_shares as s
      where s.practice_id = change.practice_id and s.client_id = change.target
        and s.practitioner_id = (change.before ->> 'practitioner_id')::uuid;
    when 'client.note' then
      update clinic.client_notes as n
      set struck_at = now()
      where n.practice_id = change.practice_id and n.id = change.target;
    when 'client.merge' then
      perform clinic.reverse_merge(change);
    when 'client.import' then
      taken_back := clinic.take_back_import(change);
    when 'invite.create' then
      perform clinic.take_back_invite(change);
  end case;
  update clinic.undo_log as r set undone_at = now() where r.practice_id = change.practice_id and r.id = change.id;
  perform clinic.audit('change.undo', change.target, change.client_id, change.verb);
  perform clinic.pause_unfit_plans(id)
  from unnest(array[change.target, change.client_id]) as id where change.verb = 'client.merge';
  return query
    select change.verb, change.target, change.client_id, change.made_at, taken_back,
      jsonb_array_length(change.before -> 'clients') - taken_back;
end
$$;
