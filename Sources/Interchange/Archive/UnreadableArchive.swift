/// Why a file is not taken as an archive. Nothing of it has been kept then.
package enum UnreadableArchive: Error, Sendable, Hashable {
  /// It is no archive of this program.
  case foreign
  /// A later version of the program has made it.
  case newer(version: Int)
  /// It ends before it should.
  case brokenOff
  /// A file in it is not what the manifest says.
  case damaged(path: String)
  /// The manifest does not know this file.
  case unexpected(path: String)
  /// A client's copy where the archive of a practice is wanted.
  case copyOfClient
  /// The archive of a practice where a client's copy is wanted.
  case wholePractice
  /// A client's copy that is larger than one is.
  case tooLarge
}
