/// The operators of one page.
struct ContentStream {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private enum Operator { case begin, end, paint, write, other }

  /// Returns the page with everything painted outside of marked content marked as an artifact, so that screen readers
  /// skip it.
  func withArtifactsMarked() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 512)
    var depth = 0
    var stretch = 0
    var paints = false
    var writes = false
    func close(at end: Int) {
      if paints || writes {
        out += (writes ? "/Artifact << /Type /Pagination >> BDC\n" : "/Artifact << /Type /Layout >> BDC\n").utf8
        out += bytes[stretch..<end]
        out += "\nEMC\n".utf8
      } else {
        out += bytes[stretch..<end]
      }
      paints = false
      writes = false
    }
    forEachOperator { kind, operands, end in
      switch kind {
      // Replacement text outside of any element belongs to the artifact around it.
      case .begin where depth == 0 && bytes[operands..<end].position(of: "/MCID") == nil: break
      case .end where depth == 0: break
      case .begin:
        if depth == 0 {
          close(at: operands)
          stretch = operands
        }
        depth += 1
      case .end:
        depth -= 1
        if depth == 0 {
          out += bytes[stretch..<end]
          out.append(10)
          stretch = end
        }
      case .paint: paints = paints || depth == 0
      case .write: writes = writes || depth == 0
      case .other: break
      }
    }
    close(at: bytes.count)
    return out
  }

  /// Calls `body` for each operator with the offsets at which its operands start and it ends.
  private func forEachOperator(_ body: (_ kind: Operator, _ operands: Int, _ end: Int) -> Void) {
    var index = 0
    var operands = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x28: index = endOfString(from: index)
      case 0x3C where index + 1 < bytes.count && bytes[index + 1] != 0x3C:
        index = (bytes[index...].firstIndex(of: 0x3E) ?? bytes.count - 1) + 1
      case 0x2F:
        index += 1
        while index < bytes.count, !Self.isDelimiter(bytes[index]) { index += 1 }
      case let byte where Self.isDelimiter(byte): index += 1
      default:
        let start = index
        while index < bytes.count, !Self.isDelimiter(bytes[index]) { index += 1 }
        // Operators start with a letter or a quote; everything else here is a number.
        guard bytes[start] >= 0x41 || bytes[start] == 0x27 || bytes[start] == 0x22 else { continue }
        body(Self.kind(of: bytes[start..<index]), operands, index)
        operands = index
        while operands < bytes.count, bytes[operands] == 10 || bytes[operands] == 32 { operands += 1 }
      }
    }
  }

  private static func kind(of name: ArraySlice<UInt8>) -> Operator {
    switch (name.count, name[name.startIndex], name[name.endIndex - 1]) {
    case (3, UInt8(ascii: "B"), UInt8(ascii: "C")): .begin  // BDC, BMC
    case (3, UInt8(ascii: "E"), UInt8(ascii: "C")): .end  // EMC
    case (1, UInt8(ascii: "'"), _), (1, UInt8(ascii: "\""), _), (2, UInt8(ascii: "T"), UInt8(ascii: "j")),
      (2, UInt8(ascii: "T"), UInt8(ascii: "J")):
      .write
    case (1, UInt8(ascii: "f"), _), (1, UInt8(ascii: "F"), _), (1, UInt8(ascii: "S"), _), (1, UInt8(ascii: "s"), _),
      (1, UInt8(ascii: "B"), _), (1, UInt8(ascii: "b"), _), (2, UInt8(ascii: "f"), UInt8(ascii: "*")),
      (2, UInt8(ascii: "B"), UInt8(ascii: "*")), (2, UInt8(ascii: "b"), UInt8(ascii: "*")),
      (2, UInt8(ascii: "D"), UInt8(ascii: "o")), (2, UInt8(ascii: "s"), UInt8(ascii: "h")):
      .paint
    default: .other
    }
  }

  private func endOfString(from start: Int) -> Int {
    var index = start
    var level = 0
    repeat {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x28: level += 1
      case 0x29: level -= 1
      default: break
      }
      index += 1
    } while level > 0 && index < bytes.count
    return index
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x0A, 0x0D, 0x09, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x2F: true
    default: false
    }
  }
}
