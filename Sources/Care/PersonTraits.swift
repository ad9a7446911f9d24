import Clinical
import Records

/// What of a person tells that two records may be of one.
package struct PersonTraits: Sendable {
  /// The name, folded for a search.
  package let name: String
  /// The e-mail address and the phone number, as they are written.
  let contacts: [String]
  private let email: String?
  private let phone: PhoneNumber?
  private let birthDate: CalendarDate?

  package init(name: String, email: String?, phone: String?, birthDate: CalendarDate?) {
    self.name = name.foldedForSearch
    contacts = [email, phone].compactMap(\.self)
    self.email = email?.lowercased()
    self.phone = phone.map(PhoneNumber.init)
    self.birthDate = birthDate
  }

  init(_ client: Client) {
    self.init(name: client.fullName, email: client.email, phone: client.phone, birthDate: client.birthDate)
  }

  /// What two who are reached in the same way have one of in common.
  package var contactKeys: [String] { [email].compactMap(\.self) + (phone?.keys ?? []) }

  /// Whether both have the same e-mail address or phone number.
  package func isReachedLike(_ other: PersonTraits) -> Bool {
    if let email, email == other.email { return true }
    guard let phone, let number = other.phone else { return false }
    return phone.isSame(as: number)
  }

  /// Whether both may be born on one day, which is not known of everyone.
  package func mayBeBornLike(_ other: PersonTraits) -> Bool {
    birthDate == nil || other.birthDate == nil || birthDate == other.birthDate
  }
}
