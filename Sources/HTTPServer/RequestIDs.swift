/// Makes identifiers of requests for logs and error pages: six characters for this run of the server, then a number. The
/// alphabet has no look-alikes, so that a person can read an identifier out on the telephone.
struct RequestIDs {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
  private let run: String
  private var count: UInt64 = 0

  init() {
    run = String((0..<6).compactMap { _ in Self.alphabet.randomElement() })
  }

  mutating func next() -> String {
    count += 1
    return "\(run)-\(count)"
  }
}
