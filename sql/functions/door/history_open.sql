-- Returns the answers that the client of a link gave before, sealed under the link, to whoever knows the birth date on
-- record or the code that the therapist gave them by another way. No row for anybody else, and after five wrong tries
-- for nobody. It raises no error, because the count of wrong tries has to be committed; so the date is a text, and one
-- that no calendar has is a wrong try like any other. A link through which a form was sent needs none of the answers
-- any more, so whoever holds it can learn nothing from it by guessing.
create or replace function door.history_open(token_hash bytea, birth_date text, code_hash bytea)
returns table (prefill bytea)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  invite constant clinic.invites := clinic.require_open_invite(token_hash);
begin
  if invite.state = 'submitted' then
    perform clinic.refuse('PL409', 'the form was sent already');
  end if;
  if invite.prefill is null or invite.wrong_history_tries >= 5 then
    return;
  elsif clinic.day_of(history_open.birth_date) = clinic.birth_date_on_record(invite.client_id)
    or history_open.code_hash = invite.history_code_hash
  then
    return query select invite.prefill;
  else
    update clinic.invites as i
    set wrong_history_tries = i.wrong_history_tries + 1
    where i.practice_id = invite.practice_id and i.id = invite.id;
  end if;
end
$$;
