-- Looking a client up: typed and stored text are compared without case, accents, width and punctuation, and words are
-- found in any position.
\ir fixture.sql

\o /dev/null
select tap.must('mira', call)
from unnest(array[
  $$desk.client_add('01900000-0000-7000-8000-0000000000c1', 'Élodie O’Brien-Łukasz', 'elo@maison.example', '+351 912 345 678', null)$$,
  $$desk.client_add('01900000-0000-7000-8000-0000000000c2', 'Ana Limares', null, '0228 100%', null)$$,
  $$desk.client_add('01900000-0000-7000-8000-0000000000c3', 'Luís Weiß', null, null, null)$$,
  $$desk.client_add('01900000-0000-7000-8000-0000000000c4', U&'Þóra Zero\200Bwidth', null, '(604) 555-0123', null)$$,
  $$desk.client_add('01900000-0000-7000-8000-0000000000c5', 'Νίκος Παπάς', null, '+44 (0)20 7946 0958', null)$$,
  $$desk.client_add('01900000-0000-7000-8000-0000000000c6', 'Rory OConnor', null, '٠٥٥١٢٣٤٥٦٧', null)$$,
  $$desk.client_archive('01900000-0000-7000-8000-0000000000c3', 'moved')$$]) as call;
\o

-- The names that a call returns, in their order.
create function tap.matches(words text, most integer)
returns text
language sql
as $$
  select coalesce(string_agg(c.full_name, ', ' order by t.n), 'nobody')
  from tap.rows_for('mira', format('desk.client_match(%L, %s)', words, most)) with ordinality as t (row, n)
    join clinic.clients as c on c.id::text = substring(t.row from '^\(([^,]*)')
$$;

select no_plan();
select is(clinic.folded(typed), folded, quote_literal(typed) || ' is folded')
from (
  values
    ('ＡＮＡ  Lima', 'ana lima'), ('ÞþĸŊŋ ƁƊƘƳ', 'ththqnn bdky'), ('ΠΑΠΑΣ Παπάς', 'παπασ παπασ'), ('٠٣٥۱', '0351'), ('Ångström, Søren', 'angstrom soren'), ('Straße', 'strasse'), ('İpek Işık', 'ipek isik'),
    ('שָׁלוֹם', 'שלום'), ('ガ', 'カ'), ('O''Brien', 'o brien'), (E'tab\tand\u3000space', 'tab and space'), ('...', '')
) as t (typed, folded);
select is(tap.matches(typed, 50), names, quote_literal(typed) || ' finds ' || names)
from (
  values
    ('ana', 'Ana Lima, Ana Limares'), ('LIMA ana', 'Ana Lima, Ana Limares'), ('limar', 'Ana Limares'),
    ('ima', 'nobody'), ('ana brien', 'nobody'), ('elodie', 'Élodie O’Brien-Łukasz'),
    ('o''brien', 'Élodie O’Brien-Łukasz'), ('obrienlukasz', 'Élodie O’Brien-Łukasz'), ('lukasz, E.', 'Élodie O’Brien-Łukasz'),
    ('ELO@maison.example', 'Élodie O’Brien-Łukasz'), ('maison', 'Élodie O’Brien-Łukasz'),
    ('00351912345678', 'Élodie O’Brien-Łukasz'), ('0912 345 678', 'Élodie O’Brien-Łukasz'), ('678', 'Élodie O’Brien-Łukasz'),
    ('678 elodie', 'Élodie O’Brien-Łukasz'), ('+351 91 23 45 67 8', 'Élodie O’Brien-Łukasz'), ('0228100', 'Ana Limares'),
    ('thora', U&'Þóra Zero\200Bwidth'), ('zerowidth', U&'Þóra Zero\200Bwidth'),
    ('+1 604 555 0123', U&'Þóra Zero\200Bwidth'), ('001-604-555-0123', U&'Þóra Zero\200Bwidth'),
    ('604 555 0124', 'nobody'), ('+442079460958', 'Νίκος Παπάς'), ('020 7946 0958', 'Νίκος Παπάς'),
    ('ΝΙΚΟΣ ΠΑΠΑΣ', 'Νίκος Παπάς'), ('νικοσ', 'Νίκος Παπάς'), ('Rory O’Connor', 'Rory OConnor'), ('o-connor', 'Rory OConnor'),
    ('+966 55 123 4567', 'Rory OConnor'), ('0551234567', 'Rory OConnor'), ('+966 955 123 4567', 'nobody'),
    ('陈', '陈波'), ('luis', 'Luís Weiß'), ('weiss', 'Luís Weiß'), ('l', 'Ana Lima, Ana Limares, Élodie O’Brien-Łukasz, Luís Weiß'),
    ('li_', 'Ana Lima, Ana Limares')
) as t (typed, names);
select is(tap.matches('ana', 1), 'Ana Lima', 'no more than are wanted');
select tap.answers('mira', format('desk.client_match(%L, 5)', typed), 'PL422 say what to look for')
from unnest(array['', ' ', '-', '%', '000']) as typed;

-- However it is dialled, a number is the same one.
select ok(clinic.is_same_number(one, other) and clinic.is_same_number(other, one), quote_literal(one) || ' is ' || quote_literal(other))
from (
  values
    ('+351 213 456 789', '00351213456789'), ('0351213456789', '+351 213-456-789'), ('213456789', '+351213456789'),
    ('+44 (0)20 7946 0958', '020 7946 0958'), ('＋１ 604 555 0123', '6045550123'),
    ('+49 170 1234567', '0170 1234567'), ('0049 170 1234567', '170 1234567'), ('1-604-555-0123', '(604) 555-0123'),
    ('+86 138 0013 8000', '138 0013 8000'), ('+٩٦٦ ٥٥ ١٢٣ ٤٥٦٧', '055 123 4567'), ('tel: +49 (170) 1234567', '0170-1234567')
) as t (one, other);
select ok(not clinic.is_same_number(one, other) and not clinic.is_same_number(other, one), quote_literal(one) || ' is not ' || quote_literal(other))
from (
  values
    ('604 555 0123', '236 555 0123'), ('12345', '12345'), ('0', '000'), ('+49 170 1234567', '+44 170 1234567'),
    ('+49 170 1234567', '0171 1234567'), ('0170 1234567', '070 1234567'), ('+49 170 1234567', '1234567'),
    ('+170 1234567', '+49 170 1234567'), ('01511 2345678', '0511 2345678'), ('+49 30 701234567', '701234567')
) as t (one, other);

-- New text is found, replaced text is not, and nothing is left of erased clients.
select tap.answers_well('mira', $$desk.client_edit('{ana}', '{"full_name": "Ana Souza", "phone": null}')$$);
select is(tap.matches('souza', 5), 'Ana Souza', 'the new name');
select is(tap.matches('lima', 5), 'Ana Limares', 'not the one before');
select tap.answers_well('mira', 'desk.undo()');
select is(tap.matches('lima', 1), 'Ana Lima', 'unless that is taken back');
select tap.answers_well('mira', $$desk.client_merge('{bo}', '{ana}', '{full_name}')$$);
select is(tap.matches('陈', 5), '陈波', 'a merge may take the name over');
select is((select id::text from clinic.clients where full_name = '陈波' and merged_into is null), tap.spelled('{ana}'), 'and only who was kept is found');
select tap.answers_well('operator', $$operator.erase_again('{stillwater}', '{bo}')$$);
select is(
  (select count(*) from clinic.client_words as w where not exists (select from clinic.clients as c where c.id = w.client_id)),
  0::bigint, 'no word is left of an erased client');
select is((select count(*) from clinic.client_words where client_id = tap.spelled('{bo}')::uuid), 0::bigint, 'not even of this one');

select * from finish();
rollback;
