import Typesetting

/// A document to print: metadata and ordered blocks of final strings.
///
/// Both renderers print exactly these strings in this order, so text and paper carry the same words. A handout is
/// stored with the plan that was issued, and can be rendered again.
package struct Handout: Sendable, Hashable, Codable {
  package var metadata: Metadata
  package var blocks: [Block]
  /// The line at the foot of every page that says whose document it is.
  package var running: String

  package init(metadata: Metadata, blocks: [Block], running: String) {
    self.metadata = metadata
    self.blocks = blocks
    self.running = running
  }

  /// Returns the line at the foot of a page. Each part is isolated, so that a right-to-left name does not move the
  /// others.
  static func running(_ parts: String...) -> String {
    parts.map { "\u{2068}\($0.canonical)\u{2069}" }.joined(separator: " · ")
  }
}

package enum Paper: String, Sendable, CaseIterable { case a4, letter }
