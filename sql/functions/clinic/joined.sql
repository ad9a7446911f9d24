-- Returns a name without what stands inside a word and some people leave out: hyphens, apostrophes and their like,
-- dots, and characters of no width.
create or replace function clinic.joined(typed text)
returns text
language sql
immutable
return regexp_replace(
  typed,
  '[-.''`\u00ad\u00b4\u00b7\u02b9-\u02bf\u02c8\u05be\u05f3\u200b-\u2019\u201b\u2032\u2060-\u2064\ufe63\ufeff\uff07'
    '\uff0d]',
  '', 'g');
