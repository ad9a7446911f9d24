-- No row when this key has no draft. It locks nothing, so that reading a page writes nothing. A draft that was begun
-- before somebody else sent the form can still be read.
create or replace function door.draft_load(token_hash bytea, key_hash bytea)
returns table (sealed bytea, version integer)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
begin
  select d.sealed, d.version into sealed, version
  from clinic.invites as i
    left join clinic.drafts as d
      on d.practice_id = i.practice_id and d.invite_id = i.id and d.key_hash = draft_load.key_hash
  where i.practice_id = (select clinic.my_practice())
    and i.id = target
    and clinic.is_live(i);
  if not found then
    perform clinic.refuse('PL404', 'invite');
  elsif version is not null then
    return next;
  end if;
end
$$;
