-- Returns the key of the draft that a resume code opens. A wrong code gets no row, and after ten wrong codes in a
-- quarter of an hour every code does, until it is over. It raises no error, because the count of wrong codes has to be
-- committed.
create or replace function door.resume_code_open(token_hash bytea, code_hash bytea)
returns table (wrapped_key bytea)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  invite constant clinic.invites := clinic.require_open_invite(token_hash);
  is_counting constant boolean := coalesce(
    invite.wrong_resume_codes_since > statement_timestamp() - interval '15 minutes', false);
begin
  if is_counting and invite.wrong_resume_codes >= 10 then
    return;
  end if;
  return query
    select c.wrapped_key
    from clinic.resume_codes as c
    where c.practice_id = invite.practice_id
      and c.invite_id = invite.id
      and c.code_hash = resume_code_open.code_hash
    limit 1;
  if not found then
    update clinic.invites as i
    set
      wrong_resume_codes = case when is_counting then i.wrong_resume_codes + 1 else 1 end,
      wrong_resume_codes_since = case when is_counting then i.wrong_resume_codes_since else statement_timestamp() end
    where i.practice_id = invite.practice_id and i.id = invite.id;
  end if;
end
$$;
