import Clinical
import Delivery
import Foundation
import Installation
import JSON
import Records

/// The letters of this practice, to be looked at before they are sent, or printed.
struct LetterPreview {
  private let letters: Letters
  private let practice: PracticeSettings
  private let therapist: String

  init(at desk: Desk) async throws {
    letters = try Letters(files: ShareDirectory.contentFiles())
    practice = try await desk.practice()
    therapist = try await desk.whoAmI().displayName
  }

  func letter(_ kind: Letter.Kind, _ visit: CalendarDate?, link: String?, stop: String?) -> FilledLetter {
    FilledLetter(
      kind, from: letters,
      FilledLetter.Details(
        practice: practice.name, colour: practice.colour, phone: practice.phone, therapist: therapist, visit: visit,
        link: link, stop: stop))
  }

  /// The words of a letter, with places instead of its links.
  func words(_ kind: Letter.Kind, _ visit: CalendarDate?, by channel: Message.Channel) -> String {
    let toTherapist = kind == .notice
    let letter = letter(kind, visit, link: toTherapist ? nil : "[LINK]", stop: toTherapist ? nil : "[STOP]")
    return channel == .sms ? letter.sms : "\(letter.subject)\n\n\(letter.plain)"
  }

  /// Shows what would be sent.
  func show(
    _ messages: [(kind: Letter.Kind, visit: CalendarDate?)], by channel: Message.Channel, to client: String,
    _ console: Console
  ) throws {
    let texts = messages.map { words($0.kind, $0.visit, by: channel) }
    if !console.isForPrograms { for text in texts { console.note(text) } }
    try console.wouldDo(
      "send \(messages.count.counted("message")) to \(client)", ["texts": JSON(texts)])
  }
}

extension Letter.Kind {
  var words: String {
    switch self {
    case .invite: "invitation"
    case .returned: "question about a form"
    case .inviteReminder: "reminder"
    case .newLink: "new link"
    case .plan: "plan"
    case .planPaused: "plan paused"
    case .checkIn: "check-in"
    case .nextVisit: "next visit"
    case .yearlyReview: "yearly review"
    case .notice: "notice to you"
    case .test: "test"
    }
  }
}
