import Clinical

/// The client's copy of an issued plan; its JSON is sealed under the link.
package struct ClientPlanCopy: Sendable, Codable {
  package var title: String
  package var practice: String
  package var issuedOn: CalendarDate
  /// What the page shows, in the order of the paper.
  package var blocks: [Block]
  /// The text export.
  package var text: String
  /// PDF as base64.
  package var pdf: String
  /// What the check-ins ask about.
  package var checkIn: CheckInBasis
  /// The days of the plan, for the client's calendar.
  package var days: PlanDays

  /// What the check-ins of a plan ask about. It is sealed like the copy, so that the database need not tell it, and also
  /// by itself, so that a check-in need not open the whole.
  package struct CheckInBasis: Sendable, Codable {
    package struct Item: Sendable, Codable {
      package let id: HomeCareItem.ID
      package let title: String

      package init(id: HomeCareItem.ID, title: String) {
        self.id = id
        self.title = title
      }
    }

    /// The things to do at home, in the order of the plan.
    package let items: [Item]
    /// The activities that the client named, in their own words, by the question they were given to.
    package let activities: [String: String]

    package init(items: [Item], activities: [String: String]) {
      self.items = items
      self.activities = activities
    }
  }

  package enum Block: Sendable, Hashable, Codable {
    /// Level 2 begins a section.
    case heading(level: Int, String)
    case paragraph(String)
    case bullets([String])
    case facts([Fact])
    case callout(title: String, lines: [String])
    /// What cannot wait.
    case warning(title: String, lines: [String])
    /// The signs to get help for.
    case help(title: String, lines: [String])
    case thing(Thing)
  }

  /// A label and what it labels.
  package struct Fact: Sendable, Hashable, Codable {
    package var label: String
    package var value: String

    package init(label: String, value: String) {
      self.label = label
      self.value = value
    }
  }

  /// Something to do.
  package struct Thing: Sendable, Hashable, Codable {
    package var number: Int
    package var title: String
    package var dose: String
    package var remarks: [Fact]
    package var picture: VectorPicture?
    /// A photograph in place of the picture.
    package var photo: Photo?
    package var steps: [String]
    package var afterwards: [Fact]
    /// Whether it waits for a later step.
    package var isLater: Bool

    package init(
      number: Int, title: String, dose: String, remarks: [Fact], picture: VectorPicture?, photo: Photo?,
      steps: [String], afterwards: [Fact], isLater: Bool
    ) {
      self.number = number
      self.title = title
      self.dose = dose
      self.remarks = remarks
      self.picture = picture
      self.photo = photo
      self.steps = steps
      self.afterwards = afterwards
      self.isLater = isLater
    }
  }

  package struct Photo: Sendable, Hashable, Codable {
    /// JPEG as base64.
    package var jpeg: String
    package var alternative: String

    package init(jpeg: String, alternative: String) {
      self.jpeg = jpeg
      self.alternative = alternative
    }
  }

  package init(
    title: String, practice: String, issuedOn: CalendarDate, blocks: [Block], text: String, pdf: String,
    checkIn: CheckInBasis, days: PlanDays = PlanDays(doing: [], nextVisit: nil)
  ) {
    self.title = title
    self.practice = practice
    self.issuedOn = issuedOn
    self.blocks = blocks
    self.text = text
    self.pdf = pdf
    self.checkIn = checkIn
    self.days = days
  }
}
