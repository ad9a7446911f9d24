-- Keeps the portrait of whoever calls, which the clients of that therapist see above their form; null takes it away.
create or replace function desk.portrait_set(portrait bytea)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_member();
  update clinic.practitioners as p
  set portrait = portrait_set.portrait
  where p.practice_id = (select clinic.my_practice()) and p.id = (select clinic.my_id());
  perform clinic.audit('portrait.set', clinic.my_id(), null, case when portrait_set.portrait is null then 'none' end);
end
$$;
