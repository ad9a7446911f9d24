import Clinical

/// A home-care plan as a document: metadata and ordered blocks of final strings, from which every renderer prints.
package struct Handout: Sendable {
  package init(_ plan: PlanSource, content: ContentPack) {
    preconditionFailure("contract")
  }
}

package enum Paper: String, Sendable, CaseIterable { case a4, letter }

extension Handout {
  /// Plain text, wrapped at `width` columns (0 is unwrapped); `ascii` replaces what SMS gateways break.
  package func text(width: Int = 72, ascii: Bool = false) -> String { preconditionFailure("contract") }

  /// The same words as a PDF. One rendering at a time per process.
  package func pdf(paper: Paper = .a4, largePrint: Bool = false) throws -> [UInt8] { preconditionFailure("contract") }
}
