-- Replaces the resume code of a draft and resets the count of wrong codes. Only a browser that holds the draft's key
-- can do so.
create or replace function door.resume_code_save(
  token_hash bytea, key_hash bytea, code_hash bytea, wrapped_key bytea)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  invite constant clinic.invites := clinic.require_open_invite(token_hash);
begin
  if not exists (
    select from clinic.drafts as d
    where d.practice_id = invite.practice_id and d.invite_id = invite.id
      and d.key_hash = resume_code_save.key_hash)
  then
    perform clinic.refuse('PL404', 'draft');
  end if;
  insert into clinic.resume_codes (practice_id, invite_id, key_hash, code_hash, wrapped_key)
  values (
    invite.practice_id, invite.id, resume_code_save.key_hash, resume_code_save.code_hash,
    resume_code_save.wrapped_key)
  on conflict on constraint resume_codes_pkey
  do update set code_hash = excluded.code_hash, wrapped_key = excluded.wrapped_key;
  update clinic.invites as i
  set wrong_resume_codes = 0
  where i.practice_id = invite.practice_id and i.id = invite.id;
end
$$;
