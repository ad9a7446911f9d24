-- Everything that needs a superuser. Run it once for each database, again after every restore and every upgrade of
-- PostgreSQL, and before `plumbline migrate up` applies what a new release brings:
--
--   createdb --encoding=UTF8 --template=template0 plumbline
--   psql --set ON_ERROR_STOP=1 --set folder=sql --quiet --dbname=plumbline --file=sql/setup.sql
--
-- `folder` is the one that this file is in. It can be repeated, and is one transaction. Afterwards `plumbline migrate
-- up`, as plumbline_operator, builds the rest without a superuser: it may run the SQL files of this folder as they are
-- now, and no others.
begin;
set local client_min_messages = warning;
\if :{?folder}
\else
\set folder ''
\endif
\ir setup/encoding.sql
\ir setup/roles.sql
\ir setup/database.sql
\ir setup/builtins.sql
\ir setup/schemas.sql
\ir setup/logins.sql
\ir setup/migrator_tables.sql
\ir setup/migrator.sql
\ir setup/settings.sql
\ir setup/registered_texts.sql
commit;
