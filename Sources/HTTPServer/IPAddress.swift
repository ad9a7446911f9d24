import Foundation

/// An IPv4 or IPv6 address. An IPv4-mapped IPv6 address equals the IPv4 address.
struct IPAddress: Hashable, Sendable {
  /// The 16 bytes of the address. An IPv4 address has the mapped form `::ffff:a.b.c.d`.
  private var high: UInt64
  private var low: UInt64

  private static let mappedPrefix: UInt64 = 0xFFFF_0000_0000

  init?(_ text: String) {
    var v4 = in_addr()
    var v6 = in6_addr()
    if inet_pton(AF_INET, text, &v4) == 1 {
      self.init(v4)
    } else if inet_pton(AF_INET6, text, &v6) == 1 {
      self.init(v6)
    } else {
      return nil
    }
  }

  init(_ address: in_addr) {
    high = 0
    low = Self.mappedPrefix | UInt64(UInt32(bigEndian: address.s_addr))
  }

  init(_ address: in6_addr) {
    (high, low) = withUnsafeBytes(of: address) {
      (
        UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }

  var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

  var isLoopback: Bool { isIPv4 ? (low >> 24) & 0xFF == 127 : high == 0 && low == 1 }

  /// The unit to which limits apply: a single IPv4 address, or a /64 network of IPv6, which a subscriber has as a whole.
  var networkPrefix: IPAddress {
    var network = self
    if !isIPv4 { network.low = 0 }
    return network
  }

  /// The address shortened for the log, too coarse to identify a client: the /24 of IPv4, the /48 of IPv6.
  var truncated: IPAddress {
    var network = self
    if isIPv4 {
      network.low &= ~0xFF
    } else {
      network.low = 0
      network.high &= ~0xFFFF
    }
    return network
  }
}

extension IPAddress: CustomStringConvertible {
  var description: String {
    if isIPv4 {
      return (0..<4).map { String((low >> (24 - 8 * UInt64($0))) & 0xFF) }.joined(separator: ".")
    }
    var bytes = (high.bigEndian, low.bigEndian)
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
