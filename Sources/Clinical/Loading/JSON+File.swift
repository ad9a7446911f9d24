import JSON

extension JSON {
  /// Parses a file that was handed in.
  init(file bytes: [UInt8]) throws(MalformedInput) {
    do throws(JSONFault) {
      self = try JSON(parsing: bytes)
    } catch {
      throw MalformedInput(["not JSON: \(error)"])
    }
  }
}
