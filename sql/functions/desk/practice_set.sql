-- Changes details of the practice. `changes` holds only those that change: "name", "colour", "phone",
-- "emergency_phone", "email", "address", "welcome", "hidden_questions", "retention_years", "time_zone". Null clears a
-- detail.
create or replace function desk.practice_set(changes jsonb)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  known constant text[] := array[
    'name', 'colour', 'phone', 'emergency_phone', 'email', 'address', 'welcome', 'hidden_questions',
    'retention_years', 'time_zone'];
  unknown text;
  unhidable text;
begin
  perform clinic.require_owner();
  select min(key) into unknown from jsonb_object_keys(changes) as key where key <> all (known);
  if unknown is not null then
    perform clinic.refuse('PL422', 'a practice has no such setting; it has ' || array_to_string(known, ', '));
  end if;
  select string_agg(hidden, ', ') into unhidable
  from jsonb_array_elements_text(changes -> 'hidden_questions') as hidden
  where clinic.must_be_asked(hidden);
  if unhidable is not null then
    perform clinic.refuse('PL422', 'every client is asked these questions; they cannot be hidden: ' || unhidable);
  end if;
  if changes ->> 'retention_years' !~ '^[0-9]{1,4}$' then
    perform clinic.refuse('PL422', 'records are kept 1 to 100 years');
  end if;
  perform clinic.require_time_zone(changes ->> 'time_zone');
  update clinic.practices as p
  set
    name = case when changes ? 'name' then changes ->> 'name' else p.name end,
    colour = case when changes ? 'colour' then changes ->> 'colour' else p.colour end,
    phone = case when changes ? 'phone' then changes ->> 'phone' else p.phone end,
    emergency_phone =
      case when changes ? 'emergency_phone' then changes ->> 'emergency_phone' else p.emergency_phone end,
    email = case when changes ? 'email' then changes ->> 'email' else p.email end,
    address = case when changes ? 'address' then changes ->> 'address' else p.address end,
    welcome = case when changes ? 'welcome' then changes ->> 'welcome' else p.welcome end,
    hidden_questions =
      case
        when changes ? 'hidden_questions' then array(select jsonb_array_elements_text(changes -> 'hidden_questions'))
        else p.hidden_questions
      end,
    retention_years =
      case
        when changes ? 'retention_years' then (changes ->> 'retention_years')::integer
        else p.retention_years
      end,
    time_zone = case when changes ? 'time_zone' then changes ->> 'time_zone' else p.time_zone end
  where p.practice_id = (select clinic.my_practice());
  perform clinic.audit(
    'practice.set', clinic.my_practice(), null,
    (select string_agg(key, ', ' order by key) from jsonb_object_keys(changes) as key));
end
$$;
