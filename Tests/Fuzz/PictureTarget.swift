import Foundation

/// What is taken must come out the same when it is cleaned again, as the same picture, with no segment in it that is not
/// of the picture.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let picture = try? Picture(cleaning: bytes[...]) else { return 0 }
  guard let again = try? Picture(cleaning: picture.bytes[...]) else { preconditionFailure("refused when clean") }
  precondition(picture == again, "another picture when cleaned again")
  precondition(min(picture.width, picture.height) >= 320, "size")
  precondition(picture.bytes.count <= bytes.count + 16, "grew")
  precondition((1...8).contains(picture.orientation), "orientation")
  return 0
}
