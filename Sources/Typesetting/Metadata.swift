/// The description of a document that readers show: title, author, language and so on.
package struct Metadata: Sendable, Hashable, Codable {
  package var title: String
  package var author: String
  package var subject: String
  package var keywords: [String]
  /// The language tag (BCP 47).
  package var language: String
  /// The date of the document as an ISO 8601 day. The file carries it instead of the time of rendering, so that equal
  /// input gives equal bytes.
  package var date: String

  package init(
    title: String, author: String, subject: String, keywords: [String], language: String, date: String
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.date = date
  }
}
