import Care
import Clinical
import Records

extension Client {
  /// - Parameter other: what can be done without an address.
  /// - Throws: exit 5 when the record has no address of that kind.
  func requireAddress(for channel: Message.Channel, orElse other: String) throws {
    let (address, field, name) =
      channel == .email ? (email, "email", "e-mail address") : (phone, "phone", "phone number")
    guard address == nil else { return }
    throw CommandError(
      .refused, "the record of \(label) has no \(name).",
      next: ["plumbline client edit \(shortID) --set \(field)=…", other])
  }
}
