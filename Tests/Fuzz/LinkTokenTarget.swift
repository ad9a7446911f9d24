/// A token is 43 characters of base64url whose last two bits are zero, and nothing else.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard let text = String(validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) else { return 0 }
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  let digits = text.utf8.compactMap { alphabet.firstIndex(of: $0) }
  let isToken = text.utf8.count == 43 && digits.count == 43 && digits[42] % 4 == 0
  let token = LinkToken(text)
  precondition((token != nil) == isToken, "only one of the two accepts the token")
  if let token {
    precondition(token.text == text && token.bytes.count == 32, "the token reads back differently")
  }
  return 0
}
