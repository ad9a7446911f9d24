/// What cameras write behind the picture: further pictures (MPF, gain maps), a short film, notes of the maker. It is
/// left out. Anything else there makes the file two things at once, and is refused.
enum Appendix {
  static func isOfACamera(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0 } || bytes.starts(with: [0xFF, 0xD8, 0xFF])
      || bytes.dropFirst(4).starts(with: Array("ftyp".utf8)) || bytes.suffix(4).elementsEqual(Array("SEFT".utf8))
  }
}
