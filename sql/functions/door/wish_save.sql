-- Keeps what a client wishes, told from the page of a form that their browser sent; the same again changes nothing.
-- Any other browser, and any other link, is told that there is no such form.
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
begin
  select i.* into intake
  from clinic.intakes as i
    join clinic.submitted_copies as c on c.practice_id = i.practice_id and c.intake_id = i.id
  where i.practice_id = (select clinic.my_practice())
    and i.invite_id = target
    and c.key_hash = wish_save.key_hash;
  if not found then
    perform clinic.refuse('PL404', 'invite');
  end if;
  insert into clinic.wishes (practice_id, client_id, intake_id, kind)
  values (intake.practice_id, intake.client_id, intake.id, wish_save.kind)
  on conflict (practice_id, intake_id, kind) where done_at is null do nothing;
  if found then
    perform clinic.audit('wish.save', intake.id, intake.client_id, wish_save.kind);
  end if;
end
$$;
