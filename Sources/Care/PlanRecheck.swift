import Clinical
import Records

extension Plans {
  /// Finds the issued plans that were made with other content and that this content would rule out: an item that could not
  /// be issued today, or an urgent red flag that nobody acknowledged.
  package func ruledOut(by pack: ContentPack) async throws -> [Plan] {
    let older = try await desk.planIndex().filter { $0.state == .issued && $0.contentVersion != pack.version }
    var found: [Plan] = []
    for client in older.map(\.client).unique {
      guard let intake = try await desk.intakes(of: client).first else { continue }
      let evaluation = try await desk.evaluations(of: client).newestSigned
      let reasoning = try await Reasoning(intake, evaluation, by: pack, at: desk)
      let plans = try await desk.plans(of: client).filter { $0.state == .issued && $0.contentVersion != pack.version }
      found += plans.filter { (try? reasoning.checkedItems(of: $0)) == nil }
    }
    return found
  }
}
