import Typesetting

/// A printed document: what it is, and ordered blocks of final strings.
///
/// Both renderers print exactly these strings in this order, so the text and the paper carry the same words. It is
/// stored with what was issued, and gives the same bytes again for ever.
package struct Handout: Sendable, Hashable, Codable {
  package var metadata: Metadata
  package var blocks: [Block]
  /// One line at the foot of every page of the paper, which says whose sheet it is.
  package var running: String

  package init(metadata: Metadata, blocks: [Block], running: String) {
    self.metadata = metadata
    self.blocks = blocks
    self.running = running
  }

  /// The line at the foot of a page. Each part is isolated, so that a name in another direction moves no other part.
  static func running(_ parts: String...) -> String {
    parts.map { "\u{2068}\($0.canonical)\u{2069}" }.joined(separator: " · ")
  }
}

package enum Paper: String, Sendable, CaseIterable { case a4, letter }
