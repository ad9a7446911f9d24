-- Says that a check-in was read, and acknowledges all its red flags with one action and one note. A check-in without
-- flags needs no note and takes no action; a note about it is kept with it.
create or replace function desk.checkin_acknowledge(reference text, action text default null, note text default null)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  checkin constant clinic.checkins := clinic.require_checkin(reference);
  acknowledged text;
begin
  if checkin.read_at is not null then
    perform clinic.refuse('PL409', 'the check-in was acknowledged already');
  end if;
  if exists (
    select from clinic.checkin_flags as f where f.practice_id = checkin.practice_id and f.checkin_id = checkin.id)
  then
    if checkin_acknowledge.action is null or checkin_acknowledge.action not in ('refer', 'adapt', 'proceed') then
      perform clinic.refuse('PL422', 'the action is refer, adapt or proceed');
    elsif checkin_acknowledge.note is null or not clinic.has_visible(checkin_acknowledge.note) then
      perform clinic.refuse('PL422', 'a flag is acknowledged with a note');
    end if;
    with answered as (
      update clinic.checkin_flags as f
      set acknowledged_at = now(), acknowledged_by = clinic.my_id(), action = checkin_acknowledge.action,
        note = checkin_acknowledge.note
      where f.practice_id = checkin.practice_id and f.checkin_id = checkin.id
      returning f.flag
    )
    select string_agg(a.flag, ', ' order by a.flag) into acknowledged
    from answered as a;
  elsif checkin_acknowledge.action is not null then
    perform clinic.refuse('PL422', 'an action answers red flags, and the check-in raised none');
  end if;
  update clinic.checkins as k
  set read_at = now(), read_by = clinic.my_id(),
    note = case when acknowledged is null then checkin_acknowledge.note end
  where k.practice_id = checkin.practice_id and k.id = checkin.id;
  perform clinic.audit('checkin.acknowledge', checkin.id, checkin.client_id, acknowledged);
end
$$;
