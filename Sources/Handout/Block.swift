import Clinical
import Foundation

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
    case calendar(Calendar)
    case questions([Question])
    case series(Series)
    /// What a photo measured, with a figure drawn from its landmarks.
    case posture(Posture)
  }

  /// `help` is for the signs to get help for, which a web page shows first.
  package enum Tone: String, Sendable, Hashable, Codable { case calm, warning, help }

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
    package var dose: String
    /// Labels such as "Why:" or "Take care:", each with a sentence.
    package var remarks: [Fact]
    package var drawing: ExerciseDrawing?
    /// A photograph in place of the drawing.
    package var photo: Photo?
    package var steps: [String]
    /// What follows the steps: how to go on, when to stop, how sure we are.
    package var afterwards: [Fact]
    /// Whether it waits for a later step, so that it is printed smaller.
    package var isBrief: Bool
  }

  /// A photograph as JPEG.
  package struct Photo: Sendable, Hashable, Codable {
    package var jpeg: Data
    package var alternative: String
  }

  /// The weeks to tick off, side by side.
  package struct Calendar: Sendable, Hashable, Codable {
    package struct Row: Sendable, Hashable, Codable {
      /// The number of the thing to do; nil for a row of another kind.
      package var number: Int?
      package var title: String
      /// What each day has; empty for a row that only heads others.
      package var days: [Day]
    }
    package enum Day: String, Sendable, Hashable, Codable {
      /// A day of rest, or before the step begins.
      case rest
      /// A box to tick.
      case box
      /// Room to write a number.
      case number
    }
    package static let daysOfWeek = 7

    package var title: String
    /// The names of the days of all weeks.
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

  /// A figure of lines between landmarks, in millimetres: x to the right, y upwards.
  package struct Posture: Sendable, Hashable, Codable {
    package struct Spot: Sendable, Hashable, Codable {
      package var x: Double
      package var y: Double
    }
    package var title: String
    package var lines: [[Spot]]
    /// The lines of an earlier photo, to be drawn below; empty if there is none.
    package var earlier: [[Spot]]
    package var measures: [Fact]
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
