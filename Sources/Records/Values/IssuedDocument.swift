import Foundation

/// A rendering of an issued plan, kept byte for byte.
package struct IssuedDocument: Sendable {
  /// `pdf-a4`, `pdf-a4-large`, `pdf-letter`, `pdf-letter-large`, `text` or `text-ascii`.
  package let variant: String
  package let bytes: [UInt8]

  package init(variant: String, bytes: [UInt8]) {
    self.variant = variant
    self.bytes = bytes
  }
}

extension IssuedDocument {
  /// What of a plan goes into a copy of records, with the ending of its file.
  package static let inCopies = [(variant: "pdf-a4", ending: "pdf"), (variant: "text", ending: "txt")]
}

extension IssuedDocument: Encodable {
  private enum CodingKeys: CodingKey { case variant, bytes }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(variant, forKey: .variant)
    try container.encode(Data(bytes).base64EncodedString(), forKey: .bytes)
  }
}
