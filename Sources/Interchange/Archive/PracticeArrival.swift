import Records

/// Why an archive is not taken over.
package enum ArrivalRefusal: Error, Sendable {
  /// It is the archive of another practice than that of the login.
  case otherPractice(name: String)
  /// The database refuses records of this file.
  case unfit(path: String, Refusal)
}

/// Takes the archive of a practice over into the one that the operator has admitted from it: everything or nothing.
package struct PracticeArrival: Sendable {
  private let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  /// - Parameters:
  ///   - open: opens the archive, once it is clear that the practice waits for one.
  ///   - progress: called for each file, with the number of all.
  /// - Returns: what came, and how many plans were paused with it.
  package func take(
    _ open: () throws -> OpenedArchive, progress: (Int) -> Void
  ) async throws -> (manifest: ArchiveManifest, paused: Int) {
    try await desk.transaction {
      let practice = try await desk.beginImport()
      let archive = try open()
      let manifest = archive.manifest
      guard practice == manifest.practice, let head = manifest.auditHead else {
        throw ArrivalRefusal.otherPractice(name: manifest.practiceName)
      }
      try await archive.files { file, next in
        do {
          try await take(file, next)
        } catch let refusal as Refusal {
          throw ArrivalRefusal.unfit(path: file.path, refusal)
        }
        progress(manifest.files.count)
      }
      return (manifest, try await desk.endImport(head))
    }
  }

  private func take(_ file: ArchiveManifest.File, _ next: () throws -> [UInt8]) async throws {
    if file.records != nil {
      let noun = file.path.hasSuffix(".jsonl") ? String(file.path.dropLast(6)) : file.path
      var batches = RecordBatches(of: file.path)
      try await batches.run(next) { try await desk.importRecords(noun, $0) }
    } else if file.path.hasPrefix("documents/") {
      let bytes = try OpenedArchive.whole(file, next)
      guard let document = ExportedDocument(path: file.path, bytes: bytes) else {
        throw UnreadableArchive.unexpected(path: file.path)
      }
      try await desk.importDocument(document)
    } else if !file.path.hasPrefix("content/") {
      // The operator has taken the content over.
      throw UnreadableArchive.unexpected(path: file.path)
    }
  }
}
