-- Corrects what the operator took down of a practice; null leaves a detail as it is. All else is its owner's to set.
create or replace function operator.practice_correct(practice uuid, phone text, time_zone text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.enter(practice);
  perform clinic.require_time_zone(practice_correct.time_zone);
  update clinic.practices as p
  set
    phone = coalesce(practice_correct.phone, p.phone),
    time_zone = coalesce(practice_correct.time_zone, p.time_zone)
  where p.practice_id = practice;
  if not found then
    perform clinic.refuse('PL404', 'practice');
  end if;
  perform clinic.audit('practice.correct', practice, null);
end
$$;
