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
    ('ＡＮＡ  Lima', 'ana lima'), ('ÞþĸŊŋ ƁƊƘƳ', 'ththqnn bdky'), ('ΠΑΠΑΣ Παπάς', 'παπασ παπασ'), ('٠٣٥۱', '0351'), ('Ångström, Søren', 'angstrom soren'), ('০১๒៣', '0123'), ('Straße', 'strasse'), ('İpek Işık', 'ipek isik'),
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

update clinic.clients set archived_at = now() where full_name = 'Ana Lima';
select is(tap.matches('lima ana', 1), 'Ana Limares', 'archived clients come last');
select is(tap.matches('ana lima', 1), 'Ana Lima', 'unless they are the ones who are meant');
update clinic.clients set archived_at = null where full_name = 'Ana Lima';

-- However it is dialled, a number is the same one. Care.PhoneNumber reads the same pairs.
\set pairs `cat ../../Tests/phone_numbers.json`
select is(
  array[clinic.is_same_number(p.one, p.other), clinic.is_same_number(p.other, p.one)],
  array_fill(p.kind = 'same', array[2]), quote_literal(p.one) || ' and ' || quote_literal(p.other) || ': ' || p.kind)
from jsonb_each(:'pairs') as k (kind, pairs)
  cross join lateral (select k.kind, e ->> 0, e ->> 1 from jsonb_array_elements(k.pairs) as e) as p (kind, one, other);

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
