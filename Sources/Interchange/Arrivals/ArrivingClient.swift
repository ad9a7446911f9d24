import Care
import Clinical
import Records

/// A client as a row of a table tells of them.
package struct ArrivingClient: Sendable {
  /// Why a row is not taken without being asked about.
  package enum Doubt: Sendable {
    /// Nobody could find this client again.
    case noName
    /// Too long, or with characters that no name has.
    case impossibleName(String)
    case moreCellsThanHeadings(Int)
    /// What a spreadsheet would compute. It is only text here, but nobody wrote it.
    case formula(heading: String, String)
    case birthDateInEitherOrder(CalendarDate, CalendarDate)
    /// Earlier rows with the same e-mail or phone number, or the same name and no other birth date.
    case likeRows([Int])
    case likeClients([Client])
  }

  /// What is told about a row that is taken.
  package enum Remark: Sendable, Hashable {
    /// A detail that is none; it is in the note.
    case unusable(Client.Detail, String)
    case minor
  }

  package let row: Int
  package let name: String
  package internal(set) var email: String?
  package internal(set) var phone: String?
  package internal(set) var birthDate: CalendarDate?
  package internal(set) var archived = false
  /// What the record has no place for, under its headings.
  package internal(set) var notes: [String] = []
  package internal(set) var remarks: [Remark] = []
  package var doubts: [Doubt] = []

  package init(row: Int, name: String) {
    self.row = row
    self.name = name
  }

  /// What tells that it is somebody who is known already.
  var traits: PersonTraits { PersonTraits(name: name, email: email, phone: phone, birthDate: birthDate) }

  /// Whether it can be a record at all, whoever agrees.
  package var canBeAdded: Bool {
    !doubts.contains {
      switch $0 {
      case .noName, .impossibleName: true
      default: false
      }
    }
  }
}
