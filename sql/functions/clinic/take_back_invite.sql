-- Revokes an invitation that was made by mistake, unless its form was sent meanwhile.
create or replace function clinic.take_back_invite(change clinic.undo_log)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  update clinic.invites as i
  set state = 'revoked', revoked_at = now()
  where i.practice_id = change.practice_id and i.id = change.target
    and i.state in ('created', 'opened', 'started');
  if not found then
    perform clinic.refuse('PL409', 'the form was sent already, or the invite was revoked');
  end if;
end
$$;
