import Cryptography
import Testing

/// The published vectors of each algorithm.
@Suite struct VectorTests {
  @Test(arguments: [
    // FIPS 180-4, the examples of NIST.
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func hashesAsSHA256(text: String, hash: String) {
    #expect(SHA256.hash(text) == bytes(hash))
    var inParts = SHA256()
    for byte in text.utf8 { inParts.update([byte]) }
    #expect(inParts.finalized() == bytes(hash))
    #expect(inParts.finalized() == bytes(hash), "asking does not change it")
  }

  /// The first 32 bytes of RFC 5869, appendix A.3; and since there is no published vector with a purpose and without a
  /// salt, the same with the purpose of A.1, as Python's `hmac` computes it.
  @Test(arguments: [
    ("", "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"),
    ("f0f1f2f3f4f5f6f7f8f9", "abbafb13f5c1bc489d4203135817956dd521b39e3bd61d1cc85cef884d1f8e2e"),
  ])
  func derivesKeysAsHKDF(info: String, key: String) {
    #expect(HKDF.key(from: [UInt8](repeating: 0x0b, count: 22), info: bytes(info)) == bytes(key))
  }

  /// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
  @Test func opensXChaCha20Poly1305() throws {
    let text = """
      Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.
      """
    let sealed = bytes(
      """
      404142434445464748494a4b4c4d4e4f5051525354555657
      bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216
      cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13
      b52e
      c0875924c1c7987947deafd8780acf49
      """)
    let opened = try AuthenticatedEncryption.open(
      sealed, key: Array(0x80...0x9f), context: bytes("50515253c0c1c2c3c4c5c6c7"))
    #expect(String(decoding: opened, as: UTF8.self) == text)
  }

  /// RFC 7748, section 6.1.
  @Test func derivesThePublicKeyAsX25519() throws {
    let secret = bytes("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")
    #expect(
      try #require(KeyPair(secretKey: secret)).publicKey
        == bytes("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"))
  }

  @Test func refusesWhatIsNoKeyAndSealsToNoWeakOne() {
    #expect(KeyPair(secretKey: [1, 2, 3]) == nil)
    #expect(throws: NotAuthentic.self) { try KeyPair.seal([1], to: [1, 2, 3]) }
    // A point of low order, under which everyone would have the same secret.
    #expect(throws: NotAuthentic.self) { try KeyPair.seal([1], to: Array(repeating: 0, count: 32)) }
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.filter { !$0.isWhitespace }.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
