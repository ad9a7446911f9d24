-- No row when this key has no draft.
drop function if exists door.draft_load(bytea, bytea);
create or replace function door.draft_load(token_hash bytea, key_hash bytea)
returns table (sealed bytea, version integer)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  invite constant clinic.invites := clinic.require_open_invite(token_hash);
begin
  return query
    select d.sealed, d.version
    from clinic.drafts as d
    where d.practice_id = invite.practice_id and d.invite_id = invite.id and d.key_hash = draft_load.key_hash;
end
$$;
