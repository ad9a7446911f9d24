-- Keeps the address at which whoever calls is told that something needs them; null for none.
create or replace function desk.notice_address(email text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_member();
  update clinic.practitioners as p
  set email = notice_address.email
  where p.practice_id = (select clinic.my_practice()) and p.id = (select clinic.my_id());
  perform clinic.audit(
    'practitioner.notify', clinic.my_id(), null, case when notice_address.email is null then 'none' end);
end
$$;
