import Foundation
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

  @Test(arguments: [
    ("In der Straße nebenan", "strasse", "Straße"), ("Hos Søren i går", "soren", "Søren"),
    ("u Wałęsy", "WALESY", "Wałęsy"), ("ο Παπάς μας", "παπασ", "Παπάς"), ("of Mrs O’Brien", "o'brien", "Brien"),
    ("a re-injury, an injury", "inj", "injury"), ("since 0912 or so", "912", "0912"),
    ("a spring, sprung", "lost sprung", "sprung"),
    ("the size 05b", "5b", "05b"), ("an “ankle”", "ankle", "ankle"), ("the ﬁnger", "finger", "ﬁnger"),
  ])
  func thePlaceIsWhereTheDatabaseFoundAWord(text: String, words: String, place: String) throws {
    let found = try #require(text.place(foundBy: words))
    #expect(text[found...].hasPrefix(place), "\(text[found...])")
  }

  @Test(arguments: ["ankle", "-", ""])
  func thereIsNoPlaceOfAWordThatATextLacks(words: String) {
    #expect("A rankle, 0".place(foundBy: words) == nil)
  }

  @Test(arguments: try PhonePair.all())
  func aPhoneNumberIsTheSameAsInTheDatabase(pair: PhonePair) {
    let (one, other) = (PhoneNumber(pair.one), PhoneNumber(pair.other))
    #expect(one.isSame(as: other) == pair.isSame && other.isSame(as: one) == pair.isSame)
    #expect(!pair.isSame || !Set(one.keys).isDisjoint(with: other.keys))
  }
}

/// Two phone numbers of `Tests/phone_numbers.json`, which the database's tests read, too.
struct PhonePair: Sendable {
  let one: String
  let other: String
  let isSame: Bool

  static func all() throws -> [PhonePair] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../phone_numbers.json")
    return try JSONDecoder().decode([String: [[String]]].self, from: Data(contentsOf: file)).flatMap { kind, pairs in
      pairs.map { PhonePair(one: $0[0], other: $0[1], isSame: kind == "same") }
    }
  }
}
