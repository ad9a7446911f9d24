-- Returns records of another practice with the practitioners here in place of those there, by `people`: an id there and
-- who stands for it. Only the owner says that a colleague wrote something: for others everything becomes their own. Ids
-- are looked for as PostgreSQL reads them, with or without hyphens and braces, in small letters or capitals.
create or replace function clinic.attributed(records jsonb, people jsonb)
returns jsonb
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  words text := records::text;
  person record;
begin
  for person in
    select p.key as there, clinic.require_practitioner(p.value) as here from jsonb_each_text(people) as p
  loop
    words := replace(words, to_json(person.there)::text, to_json((person.here).id)::text);
  end loop;
  if clinic.is_owner() is not true and exists (
    select from clinic.practitioners as p
    where p.practice_id = (select clinic.my_practice()) and p.id <> clinic.my_id()
      and strpos(translate(lower(words), '-{}', ''), replace(p.id::text, '-', '')) > 0)
  then
    perform clinic.refuse('PL403', 'only the owner of the practice may say that a colleague wrote something');
  end if;
  return words::jsonb;
end
$$;
