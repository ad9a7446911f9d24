-- Opens a practice that comes from elsewhere, as its archive describes it, with the logins of those who work there. It
-- is empty, and nothing can be done in it until its owner has taken the records over (desk.import_begin): it has no
-- head of an audit that an entry could follow. `members` are its therapists as in the archive, each with the `login`
-- that they get here and its `verifier`, which may be null. A login that the audit names and that is another one here
-- stays beside the therapist's name.
create or replace function operator.practice_admit(practice jsonb, members jsonb)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  admitted constant uuid := (practice ->> 'practice_id')::uuid;
  member jsonb;
  login text;
begin
  perform clinic.enter(admitted);
  if exists (select from clinic.practices as p where p.practice_id = admitted) then
    perform clinic.refuse('PL409', 'this practice is here already');
  end if;
  perform clinic.require_time_zone(practice ->> 'time_zone');
  perform clinic.insert_rows('practices', '{}', jsonb_build_array(practice - 'practice_id'));
  for member in select m.member from jsonb_array_elements(members) as m (member) loop
    login := member ->> 'login';
    if coalesce(login, '') !~ '^t_[0-9a-z]{1,30}$' then
      perform clinic.refuse('PL422', format('%s is not the name of a therapist''s login', login));
    end if;
    begin
      insert into clinic.logins (role_name, practice_id, practitioner_id, active, valid_until)
      values (
        login, admitted, (member ->> 'id')::uuid, member ->> 'deactivated_at' is null,
        (member ->> 'valid_until')::timestamptz);
    exception
      when unique_violation then
        perform clinic.refuse('PL409', format('the login %s is another therapist''s here', login));
    end;
    perform clinic.insert_rows(
      'practitioners', '{}',
      jsonb_build_array(
        member - array['login', 'verifier']
        || case
          when login <> member ->> 'role_name' then jsonb_build_object(
            'role_name', login, 'former_logins', member -> 'former_logins' || (member -> 'role_name'))
          else '{}'
        end));
    if member ->> 'deactivated_at' is null then
      perform registrar.open_login(login, member ->> 'verifier', (member ->> 'valid_until')::timestamptz);
    end if;
  end loop;
  if not exists (
    select from clinic.practitioners as p
    where p.practice_id = admitted and p.is_owner and p.deactivated_at is null)
  then
    perform clinic.refuse('PL409', 'no owner works in this practice, so nobody could take its records over');
  end if;
  if exists (
    select
    from clinic.practitioners as p
      join clinic.practitioners as other on other.practice_id = p.practice_id and other.id <> p.id
    where p.practice_id = admitted and p.role_name = any (other.former_logins))
  then
    perform clinic.refuse('PL409', 'in its audit one of these logins is somebody else''s');
  end if;
end
$$;
