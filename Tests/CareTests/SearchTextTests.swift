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
    #expect(phone.phoneKey == "351213456789")
  }
}
