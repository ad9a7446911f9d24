import Clinical
import Installation
import Records

extension Plans {
  /// Finds the issued plans that were made with other content and that the content which the program brings along would
  /// rule out. That content is loaded only if there are such plans.
  package func ruledOutByNewContent() async throws -> [Plan] {
    let version = try ShareDirectory.contentVersion()
    let older = try await desk.planIndex(otherThan: version)
    guard !older.isEmpty else { return [] }
    let pack = try ShareDirectory.contentPack()
    var found: [Plan] = []
    for client in older.map(\.client).unique { found += try await ruledOut(by: pack, of: client) }
    return found
  }

  /// Finds a client's issued plans that were made with other content and that this content would rule out: an item that
  /// could not be issued today, an urgent red flag that nobody acknowledged, or a finding that this content lacks, so that
  /// nobody knows what it forbids.
  func ruledOut(by pack: ContentPack, of client: Client.ID) async throws -> [Plan] {
    let older = try await desk.plans(of: client).filter { $0.state == .issued && $0.contentVersion != pack.version }
    do {
      return unfit(older, try await Reasoning.newest(for: client, at: desk, by: pack))
    } catch CareRefusal.planBasis(.unknownFindings) {
      return older
    }
  }
}
