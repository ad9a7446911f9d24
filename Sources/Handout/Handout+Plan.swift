import Clinical
import Typesetting

extension Handout {
  /// Makes the home-care plan that a client takes home.
  package init(_ plan: PlanSource, content: ContentPack) {
    let (author, words) = (PlanAuthor(plan: plan, content: content), standardWords)
    self.init(
      metadata: Metadata(
        title: words.planTitle(client: plan.clientName).canonical,
        author: "\(plan.therapistName), \(plan.practiceName)".canonical,
        subject: author.lead.canonical, keywords: words.planKeywords, language: words.language,
        date: plan.issuedOn.iso),
      blocks: author.blocks.map(\.canonical),
      running: Self.running(plan.clientName, words.day(plan.issuedOn)))
  }
}
