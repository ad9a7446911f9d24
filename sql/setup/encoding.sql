-- Refuses a database in another encoding than UTF-8. A name in any script can be stored in no other, and SQL_ASCII
-- would store bytes that are no text.
do $$
begin
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'the database % is in the encoding %, not UTF8: make one with createdb --encoding=UTF8 '
      '--template=template0', current_database(), current_setting('server_encoding');
  end if;
end
$$;
