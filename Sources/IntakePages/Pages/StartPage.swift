import Foundation
import HTTPServer
import Records

/// The start page: who asks, why, how long it takes and who reads the answers. Here a client who has been here before
/// shows who they are.
struct StartPage {
  let visit: LinkVisit
  /// The key for a client who begins now. A draft has its own.
  let submissionKey: UUID
  /// What was typed to show who the client is, and opens nothing; nil before the first try.
  var refused: FieldValues?

  var page: HTMLPage {
    HTMLPage(
      status: refused == nil ? 200 : 422, title: words.title(words.startTitle, isError: refused != nil),
      letterhead: visit.letterhead, content: content,
      headers: portrait == nil ? [] : [(ContentSecurityPolicy.header, ContentSecurityPolicy.withPictures)])
  }

  private var words: any PageWords { visit.words }
  private var therapist: String { visit.invite.practice.therapist }
  private var times: (well: FillingTime, hurting: FillingTime) { visit.path.fillingTimes }
  private var hasBegun: Bool { visit.draft != nil }

  private var content: HTML {
    """
    \(summary)<h1>\(words.startHeading)</h1>
    <p>\(words.startIntro(therapist: therapist, practice: visit.invite.practice.name))</p>
    \(welcome)<form method="post">
    <input type="hidden" name="submission" value="\((visit.draft?.submissionKey ?? submissionKey).lowercased)">
    \(identity)<div class="go"><button>\(hasBegun ? words.goOnWithMyForm : words.start)</button></div>
    </form>
    <ul>
    <li>\(words.startMinutes(well: times.well.minutes, hurting: times.hurting.minutes))</li>
    \(words.startHints.map { "<li>\($0)</li>\n" as HTML })</ul>
    <details><summary>\(words.whoSeesTitle)</summary>
    <p>\(words.whoSees(practice: visit.invite.practice.name))</p>
    \(PrivacyPage.link(for: visit))</details>
    <p>\(words.linkWorks(until: visit.invite.expiresAt))</p>
    <p class="noprint"><a class="tap" href="\(visit.address(PagePath.resume))">\(words.beganElsewhere)</a></p>
    <p>\(words.onPaper)</p>
    """
  }

  private var portrait: Portrait? { visit.invite.portrait.map { Portrait(token: visit.token, hash: $0) } }

  /// The practice's own words, signed by the therapist, with their portrait.
  private var welcome: HTML? {
    guard visit.invite.welcome != nil || portrait != nil else { return nil }
    let picture: HTML? = portrait.map {
      "<img src=\"\($0.address)\" alt=\"\(words.portrait(of: therapist))\" width=\"72\" height=\"72\">"
    }
    let said: HTML? = visit.invite.welcome.map { "<blockquote dir=\"auto\">\($0)</blockquote>" }
    return "<figure class=\"welcome\">\(picture)\(said)<figcaption>\(therapist)</figcaption></figure>\n"
  }

  /// Asks a client who answered before to show who they are.
  private var identity: HTML {
    guard !hasBegun else { return .empty }
    switch visit.invite.history {
    case .none: return .empty
    case .locked: return "<p class=\"note\">\(words.historyLocked(therapist: therapist))</p>\n"
    case .guarded: break
    }
    let typed = refused ?? FieldValues()
    let code = typed.first(IntakePages.IdentityField.code) ?? ""
    return """
      <h2>\(words.historyTitle)</h2>
      <p>\(words.historyIntro)</p>
      \(refused.map { _ in "<p class=\"error\">\(words.wrongIdentity(therapist: therapist))</p>\n" as HTML })\
      <fieldset class="dates"><legend>\(words.birthDate)</legend>\
      \(DateFields(name: IntakePages.IdentityField.birth, fields: typed, purpose: "bday", isWrong: refused != nil, words: words).html)\
      </fieldset>
      <details\(" open", if: !code.isEmpty)><summary>\(words.historyByCode)</summary>\
      <div class="field"><label for="\(IntakePages.IdentityField.code)">\(words.code)</label>\
      <input id="\(IntakePages.IdentityField.code)" name="\(IntakePages.IdentityField.code)" value="\(code)" \
      autocomplete="one-time-code" autocapitalize="characters" spellcheck="false"></div></details>

      """
  }

  private var summary: HTML? {
    guard refused != nil else { return nil }
    return ErrorSummary(
      words.problemHeading,
      links: [("#\(IntakePages.IdentityField.birth)", words.wrongIdentity(therapist: therapist))]
    ).html
  }
}
