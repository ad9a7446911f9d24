-- Takes records of an archive over, in its order: with ids, times and authors as they were. The practice and its
-- therapists are here already, as the operator admitted them from the same archive.
create or replace function desk.import_records(noun text, records jsonb)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_arriving();
  if noun in ('practice', 'practitioners') then
    if exists (
      select
      from jsonb_array_elements(records) as r (record)
      where not exists (
        select from clinic.practices as p
        where noun = 'practice' and p.practice_id = (select clinic.my_practice()) and to_jsonb(p) = r.record
        union all
        select from clinic.practitioners as p
        where noun = 'practitioners' and p.practice_id = (select clinic.my_practice())
          and p.id::text = r.record ->> 'id'))
    then
      perform clinic.refuse('PL409', 'this practice was admitted from another archive');
    end if;
    return;
  end if;
  perform clinic.insert_records(noun, records);
end
$$;
