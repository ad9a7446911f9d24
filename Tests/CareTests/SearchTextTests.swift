import Testing

@testable import Care

/// The same as `sql/tests/08_lookup.test.sql` says of the database.
@Suite struct SearchTextTests {
  @Test(arguments: [
    ("ＡＮＡ  Lima", "ana lima"), ("Ångström, Søren", "angstrom soren"), ("Straße", "strasse"), ("İpek Işık", "ipek isik"),
    ("שָׁלוֹם", "שלום"), ("O'Brien", "o brien"), ("ÞþĸŊŋ ƁƊƘƳ", "ththqnn bdky"), ("ΠΑΠΑΣ Παπάς", "παπασ παπασ"),
  ])
  func isFoldedAsInTheDatabase(typed: String, folded: String) {
    #expect(typed.foldedForSearch == folded)
  }

  @Test(arguments: ["O'Brien", "O’Brien", "O-Brien", "O`Brien", "O\u{200B}Brien", "O\u{AD}Brien", "OBrien"])
  func isJoinedWhereAWordIsOne(typed: String) {
    #expect(typed.joinedForSearch == "OBrien")
  }

  @Test(arguments: ["+351 213 456 789", "00351213456789", "0351 213-456-789", "＋351 (0)213456789", "٠٣٥١٢١٣٤٥٦٧٨٩"])
  func isTheSameNumberHoweverItIsDialled(phone: String) {
    #expect(PhoneNumber(phone).key == "351213456789")
  }

  @Test(arguments: [
    ("+49 170 1234567", "0170 1234567"), ("0049 170 1234567", "170 1234567"), ("1-604-555-0123", "(604) 555-0123"),
    ("+44 (0)20 7946 0958", "020 7946 0958"), ("213456789", "+351213456789"), ("+86 138 0013 8000", "138 0013 8000"),
    ("＋１ 604 555 0123", "6045550123"), ("tel: +49 (170) 1234567", "0170-1234567"),
  ])
  func isTheSameNumberWithTheCodeOfTheCountry(one: String, other: String) {
    #expect(PhoneNumber(one).isSame(as: PhoneNumber(other)) && PhoneNumber(other).isSame(as: PhoneNumber(one)))
    #expect(!Set(PhoneNumber(one).keys).isDisjoint(with: PhoneNumber(other).keys))
  }

  @Test(arguments: [
    ("604 555 0123", "236 555 0123"), ("12345", "12345"), ("+49 170 1234567", "+44 170 1234567"),
    ("+49 170 1234567", "0171 1234567"), ("0170 1234567", "070 1234567"), ("+49 170 1234567", "1234567"),
    ("+170 1234567", "+49 170 1234567"), ("01511 2345678", "0511 2345678"), ("+49 30 701234567", "701234567"),
  ])
  func isAnotherNumber(one: String, other: String) {
    #expect(!PhoneNumber(one).isSame(as: PhoneNumber(other)) && !PhoneNumber(other).isSame(as: PhoneNumber(one)))
  }
}
