-- The ordinal of one more form for an invite that was submitted: an invite keeps the first form and three later ones,
-- so that nobody's answers are thrown away because somebody else was faster. Refuses when there can be none. The
-- caller holds the lock of the invite.
create or replace function clinic.later_ordinal(invite clinic.invites, content_version text)
returns integer
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  ordinal constant integer := 1 + (
    select count(*)
    from clinic.intakes as i
    where i.practice_id = invite.practice_id and i.invite_id = invite.id);
begin
  if invite.id is null or not clinic.is_live(invite) then
    perform clinic.refuse('PL404', 'invite');
  elsif invite.state <> 'submitted' or invite.content_version <> later_ordinal.content_version then
    perform clinic.refuse('PL412', 'the invite asks for another version of the content');
  elsif ordinal > 4 then
    perform clinic.refuse('PL423', 'the link has taken four forms already');
  end if;
  return ordinal;
end
$$;
