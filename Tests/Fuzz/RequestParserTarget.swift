import Foundation

/// The parser must read the same from the input in one piece and in many, and agree with `ObviousRequest` about the
/// first request. The first byte chooses the size of the pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  let bytes = Array(input.dropFirst())
  let whole = Reading(of: bytes, inPiecesOf: max(1, bytes.count))
  let pieces = Reading(of: bytes, inPiecesOf: Int(input.first ?? 0) + 1)
  precondition(whole == pieces, "the pieces changed what was read")

  let obvious = ObviousRequest(bytes)
  let (head, body) = (whole.heads.first, whole.bodies.first)
  precondition((obvious != nil) == (body != nil), "only one of the two accepts the request")
  if let obvious, let head, let body {
    precondition(obvious.method == head.method.rawValue, "method")
    precondition(obvious.path == head.path, "path")
    precondition(obvious.query == head.query, "query")
    precondition(obvious.body == body, "body")
    let fields = head.headers.fields.map { field in
      (latin1(head.headers.bytes[field.name]).lowercased(), latin1(head.headers.bytes[field.value]))
    }
    precondition(fields.elementsEqual(obvious.fields) { $0.0 == $1.name && $0.1 == $1.value }, "fields")
  }
  return 0
}

private func latin1(_ bytes: ArraySlice<UInt8>) -> String {
  String(decoding: bytes.map { UInt16($0) }, as: UTF16.self)
}

/// Everything that came out of a parser.
private struct Reading: Equatable {
  var heads: [RequestHead] = []
  var bodies: [[UInt8]] = []
  var rejection: RequestRejection?

  init(of bytes: [UInt8], inPiecesOf size: Int) {
    var parser = RequestParser()
    do throws(RequestRejection) {
      for start in stride(from: 0, to: bytes.count, by: size) {
        parser.append(bytes[start..<min(bytes.count, start + size)])
        while let element = try parser.next() {
          switch element {
          case .head(let head): heads.append(head)
          case .body(let body): bodies.append(body)
          }
        }
      }
    } catch {
      rejection = error
    }
  }

  static func == (one: Reading, other: Reading) -> Bool {
    one.rejection == other.rejection && one.bodies == other.bodies
      && one.heads.elementsEqual(other.heads) {
        $0.method == $1.method && $0.path == $1.path && $0.query == $1.query && $0.headers.bytes == $1.headers.bytes
          && $0.contentLength == $1.contentLength && $0.closes == $1.closes
      }
  }
}
