import Clinical

/// What an option says of several names: `old=new,...`, or one word for all.
struct Pairs {
  private let values: [String: String]
  private let all: String?

  init(_ text: String) throws {
    guard text.contains("=") else {
      (values, all) = ([:], text)
      return
    }
    let pairs = try text.split(separator: ",").map { pair in
      let parts = pair.split(separator: "=").map { String($0).trimmed }
      guard parts.count == 2 else {
        throw CommandError(.usage, "“\(pair)” is no pair.", next: "OLD=NEW,OLD=NEW")
      }
      return (parts[0], parts[1])
    }
    (values, all) = (Dictionary(pairs) { _, last in last }, nil)
  }

  func value(for name: String) -> String? { values[name] ?? all }

  /// The text with another value in the place of one.
  func replacing(_ value: String, with other: String) -> String {
    guard all == nil else { return other }
    return values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value == value ? other : $0.value)" }
      .joined(separator: ",")
  }
}
