-- Everything that needs a superuser. Run it once for each database, and again after every restore and every upgrade of
-- PostgreSQL:
--
--   createdb plumbline && psql -v ON_ERROR_STOP=1 -q -d plumbline -f sql/setup.sql
--
-- It can be repeated, and is one transaction. Afterwards `plumbline migrate up`, as plumbline_operator, builds the rest
-- without a superuser.
begin;
set local client_min_messages = warning;
\ir setup/roles.sql
\ir setup/database.sql
\ir setup/builtins.sql
\ir setup/schemas.sql
\ir setup/logins.sql
\ir setup/migrator_tables.sql
\ir setup/migrator.sql
commit;
