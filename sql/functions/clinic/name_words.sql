-- Returns the words of a name: its parts, with and without the hyphen or apostrophe in them.
create or replace function clinic.name_words(name text)
returns setof text
language sql
immutable
begin atomic
  select clinic.words_in(name)
  union
  select clinic.words_in(clinic.joined(name));
end;
