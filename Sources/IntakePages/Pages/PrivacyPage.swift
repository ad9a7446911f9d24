import Records

/// The privacy notice to which the consent refers: what is kept and why, who sees it, for how long, and the client's rights.
struct PrivacyPage {
  let visit: LinkVisit

  var page: HTMLPage {
    HTMLPage(title: visit.words.privacyTitle, letterhead: visit.letterhead, content: content)
  }

  /// A link that opens the notice in a tab of its own, so that nothing typed is lost.
  static func link(for visit: LinkVisit) -> HTML {
    """
    <p><a class="tap" href="\(visit.address(PagePath.privacy))" target="_blank">\(visit.words.privacyLink)</a></p>

    """
  }

  private var content: HTML {
    """
    <h1>\(visit.words.privacyTitle)</h1>
    \(visit.words.privacy(practice: visit.invite.practice.name).map(markup))
    """
  }

  private func markup(_ passage: TextBlock) -> HTML {
    switch passage {
    case .heading(let text): "<h2>\(text)</h2>\n"
    case .paragraph(let text): "<p>\(text)</p>\n"
    case .bullets(let lines): "<ul>\n\(lines.map { "<li>\($0)</li>\n" as HTML })</ul>\n"
    }
  }
}
