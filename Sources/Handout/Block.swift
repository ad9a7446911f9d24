import Clinical

extension Handout {
  /// One part of a document. All strings are final and canonical.
  package enum Block: Sendable, Hashable, Codable {
    case letterhead(name: String, contact: String?)
    /// The document's title; the address becomes a QR code beside it.
    case title(String, subtitle: String, address: String?)
    case facts([Fact])
    /// The one sentence to remember.
    case lead(String)
    case heading(String)
    case paragraph(String)
    /// Small print.
    case note(String)
    /// Numbered regions with the figure that shows them.
    case regions([Mark])
    case findings([Finding])
    /// A list of labels, each with a sentence.
    case remarks([Fact])
    case callout(title: String, lines: [String], tone: Tone)
    case item(Item)
    case week(Week)
    case questions([Question])
    case series(Series)
  }

  package enum Tone: String, Sendable, Hashable, Codable { case calm, warning }

  package struct Fact: Sendable, Hashable, Codable {
    package var label: String
    package var value: String
    /// The address that the value links to.
    package var address: String?

    package init(label: String, value: String, address: String? = nil) {
      self.label = label
      self.value = value
      self.address = address
    }
  }

  /// A numbered place on the body figure.
  package struct Mark: Sendable, Hashable, Codable {
    package struct Ellipse: Sendable, Hashable, Codable {
      package var isFront: Bool
      /// The centre and the radii on the grid of `BodyRegion`.
      package var x, y, radiusX, radiusY: Double
    }
    package var label: String
    package var detail: String
    package var places: [Ellipse]
  }

  package struct Finding: Sendable, Hashable, Codable {
    package var title: String
    /// Labels such as "Why it matters:", each with a sentence.
    package var remarks: [Fact]

    package init(title: String, remarks: [Fact]) {
      self.title = title
      self.remarks = remarks
    }
  }

  /// One thing to do.
  package struct Item: Sendable, Hashable, Codable {
    package var number: Int
    package var title: String
    package var summary: String
    /// Labels such as "Why:" or "Take care:", each with a sentence.
    package var remarks: [Fact]
    package var dose: [Fact]
    package var drawing: ExerciseDrawing?
    package var stepsTitle: String
    package var steps: [String]
    package var goOn: String?
    package var stopIf: [String]
  }

  /// A week to tick off.
  package struct Week: Sendable, Hashable, Codable {
    package struct Row: Sendable, Hashable, Codable {
      package var number: Int
      package var title: String
      /// The number of boxes on each of the seven days.
      package var boxes: [Int]
    }
    package var title: String
    package var days: [String]
    package var rows: [Row]
  }

  /// A question with its answers, or with room to answer by hand.
  package struct Question: Sendable, Hashable, Codable {
    package var number: Int
    package var text: String
    package var note: String?
    package var answers: [String]
    /// The labels of boxes to tick, one on each line or all in a row.
    package var choices: [String]
    package var isRow: Bool
    package var blankLines: Int
  }

  /// A measure over time.
  package struct Series: Sendable, Hashable, Codable {
    package struct Point: Sendable, Hashable, Codable {
      package var day: String
      /// The values of left and right, or a single value.
      package var values: [Double]
      package var words: String
    }
    package var title: String
    package var points: [Point]
  }
}
