-- Keeps what a client wishes, told from the page of the form that their browser sent last; the same again changes
-- nothing. Any other browser, and any other link, is told that there is no such form. Issued plans are paused when the
-- client takes back what they agreed to.
create or replace function door.wish_save(token_hash bytea, key_hash bytea, kind text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
  intake clinic.intakes;
  is_new boolean;
begin
  select i.* into intake
  from clinic.last_sent(target, wish_save.key_hash) as i;
  if not found then
    perform clinic.refuse('PL404', 'invite');
  end if;
  -- In a statement of its own: within `and` it would not be called for another kind.
  is_new := clinic.save_wish(wish_save.kind, intake.client_id, intake => intake.id);
  if is_new and wish_save.kind = 'withdraw_consent' then
    perform clinic.pause_plans(intake.client_id, wish_save.kind);
  end if;
end
$$;
