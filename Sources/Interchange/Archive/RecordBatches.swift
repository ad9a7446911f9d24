/// Takes the lines of a file of records, and gives them on as JSON arrays of some hundred records. What a line holds is the
/// database's to judge.
struct RecordBatches {
  private static let mostRecords = 200
  private static let enoughBytes = 1 << 20
  /// A posture photo in hexadecimal digits, and more than any record has.
  private static let mostBytes = 32 << 20

  private let path: String
  private var batch: [UInt8] = []
  private var line: [UInt8] = []
  private var records = 0

  init(of path: String) { self.path = path }

  /// - Parameter next: returns the next bytes of the file; none are its end.
  mutating func run(_ next: () throws -> [UInt8], _ take: (String) async throws -> Void) async throws {
    while case let piece = try next(), !piece.isEmpty {
      for part in piece.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
        line += part
        try await endLine(take)
      }
      line += piece[(piece.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)...]
      guard line.count <= Self.mostBytes else { throw UnreadableArchive.damaged(path: path) }
    }
    guard line.isEmpty else { throw UnreadableArchive.damaged(path: path) }
    if records > 0 { try await endBatch(take) }
  }

  private mutating func endLine(_ take: (String) async throws -> Void) async throws {
    batch += records == 0 ? [UInt8(ascii: "[")] : [UInt8(ascii: ",")]
    batch += line
    line = []
    records += 1
    if records == Self.mostRecords || batch.count >= Self.enoughBytes { try await endBatch(take) }
  }

  private mutating func endBatch(_ take: (String) async throws -> Void) async throws {
    batch.append(UInt8(ascii: "]"))
    guard let text = String(validating: batch, as: UTF8.self) else { throw UnreadableArchive.damaged(path: path) }
    (batch, records) = ([], 0)
    try await take(text)
  }
}
