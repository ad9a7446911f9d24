import Clinical
import Foundation
import HTTPServer
import Records
import Sealing

/// The client's home-care plan, decrypted by the secret of the link.
struct PlanPage {
  let token: LinkToken
  let copy: ClientPlanCopy

  var page: HTMLPage {
    HTMLPage(title: copy.title, letterhead: letterhead, content: content)
  }

  private var letterhead: Letterhead {
    var letterhead = Letterhead()
    letterhead.practice = copy.practice
    return letterhead
  }

  /// The plan as a file, under the name that the page links to.
  static func file(_ name: String, of copy: ClientPlanCopy) -> Response {
    let (type, bytes): (String, [UInt8])
    switch name {
    case "plan.txt": (type, bytes) = ("text/plain; charset=utf-8", Array(copy.text.utf8))
    case "plan.pdf":
      guard let pdf = Data(base64Encoded: copy.pdf) else { return Notice.unknownPage }
      (type, bytes) = ("application/pdf", Array(pdf))
    default: return Notice.unknownPage
    }
    return Response(
      status: 200,
      headers: [("Content-Type", type), ("Content-Disposition", "attachment; filename=\"home-care-\(name)\"")],
      body: bytes)
  }

  private var content: HTML {
    """
    <h1>\(copy.title)</h1>
    <p class="step">\(answerWords.day(copy.issuedOn))</p>
    <p class="noprint"><a class="button" href="/p/\(token.text)/plan.pdf">\(letterhead.words.keepPlanAsPDF)</a> \
    <a class="tap" href="/p/\(token.text)/plan.txt">\(letterhead.words.keepPlanAsText)</a></p>
    \(copy.blocks.map(Self.block))
    """
  }

  private static func block(_ block: ClientPlanCopy.Block) -> HTML {
    switch block {
    case .heading(1, _): .empty
    case .heading(2, let text): "<h2>\(text)</h2>\n"
    case .heading(_, let text): "<h3>\(text)</h3>\n"
    case .paragraph(let text): "<p>\(text)</p>\n"
    case .bullets(let lines): "<ul>\(lines.map { "<li>\($0)</li>" as HTML })</ul>\n"
    case .numbered(let lines): "<ol>\(lines.map { "<li>\($0)</li>" as HTML })</ol>\n"
    case .facts(let rows):
      "<dl>\(rows.map { "<div><dt>\($0.first ?? "")</dt><dd>\($0.dropFirst().joined(separator: ", "))</dd></div>" as HTML })</dl>\n"
    }
  }
}
