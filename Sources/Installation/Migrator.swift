import Foundation
import Records

/// Brings a database to the schema, views, functions and content of a share directory, forward only.
///
/// Each migration, each file of a view or function and each content version is one call and one transaction, which
/// first waits for its turn: killed anywhere it resumes, and two at once take turns and find each other's work done.
package struct Migrator: Sendable {
  private let database: Operator
  private let files: MigrationFiles

  /// - Parameters:
  ///   - database: connected as plumbline_operator.
  ///   - share: the folder with `migrations`, `views`, `functions` and `content`.
  package init(_ database: Operator, share: URL) {
    self.database = database
    files = MigrationFiles(share: share)
  }

  /// Returns the steps that are not applied, in order.
  package func pending() async throws -> [MigrationStep] {
    try await plan().filter { !$0.isApplied }
  }

  /// Applies what is pending.
  /// - Returns: the steps that this call applied; another migrator may have been faster with some.
  package func up() async throws -> [MigrationStep] {
    var applied: [MigrationStep] = []
    // A migration may drop views and functions for the next phase to make again.
    for phase in [migrations, definitions, contents] {
      for step in try await phase() where !step.isApplied {
        if try await apply(step) { applied.append(step) }
      }
    }
    return applied
  }

  /// Returns every step, applied or not.
  package func plan() async throws -> [MigrationStep] {
    try await migrations() + definitions() + contents()
  }

  private func apply(_ step: MigrationStep) async throws -> Bool {
    switch step.kind {
    case .migration(let number): return try await database.migrate(number, name: step.name, sql: step.text)
    case .view, .function: return try await database.define(step.name, sql: step.text)
    case .content:
      // What is loaded stays for ever, so a fault could not be corrected afterwards.
      try files.checkContent()
      return try await database.loadContent(version: step.name, pack: step.text)
    }
  }

  /// - Throws: `Refusal.conflict` for a database that is newer than these files, or was made from other ones.
  private func migrations() async throws -> [MigrationStep] {
    let steps = try files.migrations()
    let applied = try await database.migrations()
    guard applied.count <= steps.count else {
      throw Refusal.conflict("the database is newer than this program (\(applied[steps.count].name)): update it")
    }
    return try zip(steps, applied.map(Optional.some) + repeatElement(nil, count: steps.count - applied.count))
      .map { step, applied in
        guard let applied else { return step }
        guard step.checksum == applied.checksum else {
          throw Refusal.conflict("\(step.name) was changed since the database was made with it")
        }
        return step.applied()
      }
  }

  /// Returns views first, because functions return them; those that the database has with the same text are applied.
  private func definitions() async throws -> [MigrationStep] {
    let defined = try await database.definitions()
    return try (files.views() + files.functions()).map { defined[$0.name] == $0.checksum ? $0.applied() : $0 }
  }

  private func contents() async throws -> [MigrationStep] {
    let step = try files.content()
    // Before the first migration no function lists the content.
    guard try await database.definitions()["operator/content_list.sql"] != nil else { return [step] }
    return try await [database.contentVersions().contains(step.name) ? step.applied() : step]
  }
}
