/// A picture as a camera made it, without anything but the picture.
///
/// Its header is read and its pixels are never decoded. Every segment that says where, when and with what it was taken
/// is left out, and so are thumbnails and whatever hangs behind the picture; of all that only the orientation is kept.
package struct Picture: Sendable, Hashable {
  package enum Kind: String, Sendable { case jpeg, png }

  package let kind: Kind
  /// In pixels, as it is shown: turned as its orientation says.
  package let width: Int
  package let height: Int
  /// How the stored rows and columns lie in what was seen (Exif 2.32, tag 274), 1 to 8; 1 is upright.
  package let orientation: Int
  /// The whole file.
  package let bytes: [UInt8]

  package var mediaType: String { "image/\(kind.rawValue)" }

  /// Reads a file and cleans it.
  ///
  /// - Parameter declaredType: the media type that came with it, such as `image/jpeg`; nil if none did.
  package init(cleaning file: ArraySlice<UInt8>, declaredType: String? = nil) throws(PictureFault) {
    guard !file.isEmpty else { throw .empty }
    guard let kind = Kind(startOf: file) else { throw Kind.fault(of: file) }
    guard kind.isNamed(by: declaredType) else { throw .mislabelled }
    let frame: PictureFrame
    let orientation: Int
    let bytes: [UInt8]
    switch kind {
    case .jpeg: (frame, orientation, bytes) = try JPEGCleaner.clean(file)
    case .png:
      orientation = 1
      (frame, bytes) = try PNGCleaner.clean(file)
    }
    self.init(kind: kind, frame: frame, orientation: orientation, bytes: bytes)
  }

  private init(kind: Kind, frame: PictureFrame, orientation: Int, bytes: [UInt8]) {
    let isTurned = orientation > 4
    self.kind = kind
    width = isTurned ? frame.height : frame.width
    height = isTurned ? frame.width : frame.height
    self.orientation = orientation
    self.bytes = bytes
  }
}

/// Why a file is not taken.
package enum PictureFault: Error, Sendable, Hashable, CaseIterable {
  case empty
  /// Apple's format, which few browsers show.
  case heic
  /// Neither JPEG nor PNG.
  case otherKind
  /// Another kind than its media type says.
  case mislabelled
  /// Cut off, or not what its format asks for.
  case broken
  /// Well formed, and of a kind that browsers do not all show: four colours, more than 8 bits, without loss.
  case unusual
  case animated
  case tooManyPixels, tooFewPixels
  /// Something that is no picture hangs behind it.
  case appended
}

/// The size of the stored pixels.
struct PictureFrame: Sendable {
  /// A browser needs four bytes for each pixel.
  static let mostPixels = 50_000_000
  static let longestSide = 16_384
  /// Below this a landmark cannot be placed well enough.
  static let shortestSide = 320

  let width: Int
  let height: Int

  init(width: Int, height: Int) throws(PictureFault) {
    guard width > 0, height > 0 else { throw .broken }
    guard max(width, height) <= Self.longestSide, width * height <= Self.mostPixels else { throw .tooManyPixels }
    guard min(width, height) >= Self.shortestSide else { throw .tooFewPixels }
    self.width = width
    self.height = height
  }
}

extension Picture.Kind {
  fileprivate init?(startOf file: ArraySlice<UInt8>) {
    if file.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if file.starts(with: PNGCleaner.signature) {
      self = .png
    } else {
      return nil
    }
  }

  fileprivate static func fault(of file: ArraySlice<UInt8>) -> PictureFault {
    let brand = file.dropFirst(4).prefix(8)
    let apples = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"].map { Array("ftyp\($0)".utf8) }
    return apples.contains { brand.elementsEqual($0) } ? .heic : .otherKind
  }

  /// Whether a media type says so, or nothing at all.
  fileprivate func isNamed(by mediaType: String?) -> Bool {
    switch mediaType?.prefix(while: { $0 != ";" }) {
    case nil, "application/octet-stream": true
    case "image/jpeg", "image/jpg", "image/pjpeg": self == .jpeg
    case "image/png", "image/x-png": self == .png
    default: false
    }
  }
}
