-- Registers the SQL that plumbline_operator may have run as plumbline_owner: the files of the folder, each under its
-- path with the SHA-256 of its text, in place of those that were registered before. Without this the operator could
-- read every practice through operator.migrate, and roll the traces back.
\set registered `cd :'folder' && find migrations views functions -name '*.sql' -exec sha256sum {} +`

delete from clinic.registered_texts;
insert into clinic.registered_texts (path, checksum)
select regexp_replace(substr(line, 67), '^functions/', ''), decode(left(line, 64), 'hex')
from string_to_table(nullif(:'registered', ''), E'\n') as line;

do $$
begin
  if not exists (select from clinic.registered_texts) then
    raise exception 'the folder has no migrations, views and functions: name the one that setup.sql is in, as in '
      'psql --set folder=/usr/local/share/plumbline --file /usr/local/share/plumbline/setup.sql';
  end if;
end
$$;
