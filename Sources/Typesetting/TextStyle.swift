/// The typography of a paragraph. Sizes are in points.
package struct TextStyle: Sendable, Hashable {
  package enum Weight: UInt32, Sendable { case regular = 400, bold = 700, black = 900 }
  package enum Alignment: Sendable { case leading, centre, trailing }

  package var size: Double
  /// The distance between two baselines, also in lines that use another font.
  package var leading: Double
  package var weight: Weight
  package var colour: InkColour
  package var alignment: Alignment

  package init(
    size: Double, leading: Double, weight: Weight = .regular, colour: InkColour, alignment: Alignment = .leading
  ) {
    self.size = size
    self.leading = leading
    self.weight = weight
    self.colour = colour
    self.alignment = alignment
  }
}

/// A part of a paragraph. A weight or colour of nil is that of the paragraph.
package struct Span: Sendable, Hashable {
  package var text: String
  package var weight: TextStyle.Weight?
  package var colour: InkColour?

  package init(_ text: String, weight: TextStyle.Weight? = nil, colour: InkColour? = nil) {
    self.text = text
    self.weight = weight
    self.colour = colour
  }
}
