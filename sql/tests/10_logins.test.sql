-- operator.login_check finds what keeps the registrar from opening and closing logins, and leaves nothing behind. The
-- stranger's login was made by a superuser.
\ir fixture.sql
select no_plan();

select tap.answers(
  'operator', 'operator.login_check()',
  case
    when current_setting('server_version_num')::integer < 160000 then '()'
    else '("the registrar cannot close t_proofstranger")'
  end);
alter role t_proofstranger nologin;
select tap.answers('operator', 'operator.login_check()', '()');
select is((select count(*) from pg_roles where rolname ~ '^t_[0-9a-f]{20}$'), 0::bigint, 'what was tried is taken back');
alter role plumbline_registrar nocreaterole;
select alike(tap.answer('operator', 'operator.login_check()'), '("permission denied %")', 'a registrar without its right is found');
alter role plumbline_registrar createrole;

select * from finish();
rollback;
